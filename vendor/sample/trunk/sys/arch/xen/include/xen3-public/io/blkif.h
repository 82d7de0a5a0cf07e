/*	$NetBSD: blkif.h,v 1.4 2008/01/05 18:22:51 joerg Exp $	*/
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

/* A request as an i386 guest lays it out: id follows at offset 4. */
struct blkif_x86_32_request {
  uint8_t operation;
  uint8_t nr_segments;
  blkif_vdev_t handle;
  uint64_t id;
  blkif_sector_t sector_number;
  struct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
} __attribute__((__packed__, __aligned__(4)));
typedef struct blkif_x86_32_request blkif_x86_32_request_t;

/* The answer to an i386 guest: 12 bytes, where x86_64 would use 16. */
struct blkif_x86_32_response {
  uint64_t id;
  uint8_t operation;
  uint8_t pad;
  int16_t status;
} __attribute__((__packed__, __aligned__(4)));
typedef struct blkif_x86_32_response blkif_x86_32_response_t;

/* A request as an x86_64 guest lays it out: id stands at offset 8. */
struct blkif_x86_64_request {
  uint8_t operation;
  uint8_t nr_segments;
  blkif_vdev_t handle;
  uint64_t id __attribute__((__aligned__(8)));
  blkif_sector_t sector_number;
  struct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
};
typedef struct blkif_x86_64_request blkif_x86_64_request_t;

/* The answer to an x86_64 guest: 16 bytes, on i386 too. */
struct blkif_x86_64_response {
  uint64_t id __attribute__((__aligned__(8)));
  uint8_t operation;
  int16_t status;
};
typedef struct blkif_x86_64_response blkif_x86_64_response_t;

/* Values of status. */
#define BLKIF_RSP_EOPNOTSUPP (-2)
#define BLKIF_RSP_ERROR (-1)
#define BLKIF_RSP_OKAY 0

/* The ring in the layout of this processor. */
DEFINE_RING_TYPES(blkif, struct blkif_request, struct blkif_response);

/* The ring of an i386 guest. */
DEFINE_RING_TYPES(blkif_x86_32, struct blkif_x86_32_request, struct blkif_x86_32_response);

/* The ring of an x86_64 guest. */
DEFINE_RING_TYPES(blkif_x86_64, struct blkif_x86_64_request, struct blkif_x86_64_response);

/* The back end's view of a ring: one of three, chosen when it connects. */
union blkif_back_ring_proto {
  blkif_back_ring_t ring_n; /* also for what all three have in common */
  blkif_x86_32_back_ring_t ring_32;
  blkif_x86_64_back_ring_t ring_64;
};
typedef union blkif_back_ring_proto blkif_back_ring_proto_t;

/* Bits of the xenstore node "info". */
#define VDISK_CDROM 0x1
#define VDISK_REMOVABLE 0x2
#define VDISK_READONLY 0x4

#endif /* SAMPLE_XEN_IO_BLKIF_H */
