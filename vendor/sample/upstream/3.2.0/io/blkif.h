/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Block devices: what a front end asks of the domain that has the disk.
 */
#ifndef SAMPLE_XEN_IO_BLKIF_H
#define SAMPLE_XEN_IO_BLKIF_H

#include "ring.h"
#include "../grant_table.h"

/* A port may choose its own type for the number of a device. */
#ifndef blkif_vdev_t
# define blkif_vdev_t uint16_t
#endif
#define blkif_sector_t uint64_t

/* Operations. */
#define BLKIF_OP_READ 0
#define BLKIF_OP_WRITE 1
#define BLKIF_OP_WRITE_BARRIER 2 /* only with the node feature-barrier */
#define BLKIF_OP_FLUSH_DISKCACHE 3 /* only with feature-flush-cache */

/* With eleven, 32 requests fit in the shared page. */
#define BLKIF_MAX_SEGMENTS_PER_REQUEST 11

/* Sectors first_sect to last_sect, both included, of one granted page. */
struct blkif_request_segment {
  grant_ref_t gref;
  uint8_t first_sect, last_sect;
};

struct blkif_request {
  uint8_t operation;
  uint8_t nr_segments;
  blkif_vdev_t handle;
  uint64_t id; /* the front end's own; comes back in the response */
  blkif_sector_t sector_number;
  struct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
};
typedef struct blkif_request blkif_request_t;

struct blkif_response {
  uint64_t id;
  uint8_t operation;
  int16_t status;
};
typedef struct blkif_response blkif_response_t;

/* Values of status. */
#define BLKIF_RSP_EOPNOTSUPP (-2)
#define BLKIF_RSP_ERROR (-1)
#define BLKIF_RSP_OKAY 0

/* The ring in the layout of this processor. */
DEFINE_RING_TYPES(blkif, struct blkif_request, struct blkif_response);

/* Bits of the xenstore node "info". */
#define VDISK_CDROM 0x1
#define VDISK_REMOVABLE 0x2
#define VDISK_READONLY 0x4

#endif /* SAMPLE_XEN_IO_BLKIF_H */
