/*	$NetBSD: grant_table.h,v 1.3 2008/02/14 21:04:39 joerg Exp $	*/
/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Grant tables: how a domain lets another one use pages of its memory.
 */
#ifndef SAMPLE_XEN_GRANT_TABLE_H
#define SAMPLE_XEN_GRANT_TABLE_H

#include "xen.h"

/* The granting domain sets domid and frame first, and flags last. */
struct grant_entry {
  uint16_t flags;
  domid_t domid;
  uint32_t frame;
};
typedef struct grant_entry grant_entry_t;

/* Kind of entry. */
#define GTF_invalid (0U << 0) /* free: xengnt_get_entry() may take it */
#define GTF_permit_access (1U << 0) /* domid may map or copy the frame */
#define GTF_accept_transfer (2U << 0) /* domid may give a frame away to us */
#define GTF_type_mask (3U << 0)

/* Further flags of GTF_permit_access; Xen sets the last two while in use. */
#define _GTF_readonly 2
#define GTF_readonly (1U << _GTF_readonly)
#define _GTF_reading 3
#define GTF_reading (1U << _GTF_reading)
#define _GTF_writing 4
#define GTF_writing (1U << _GTF_writing)

/* Position in the granting domain's table. */
typedef uint32_t grant_ref_t;

/* Names a mapping to the domain that made it. */
typedef uint32_t grant_handle_t;

/* Map a granted frame at host_addr. Sets status, handle and dev_bus_addr. */
#define GNTTABOP_map_grant_ref 0
struct gnttab_map_grant_ref {
  uint64_t host_addr;
  uint32_t flags;
  grant_ref_t ref;
  domid_t dom;
  int16_t status;
  grant_handle_t handle;
  uint64_t dev_bus_addr;
};
typedef struct gnttab_map_grant_ref gnttab_map_grant_ref_t;
DEFINE_XEN_GUEST_HANDLE(gnttab_map_grant_ref_t);

/* End a mapping. An address of zero is left alone. Sets status. */
#define GNTTABOP_unmap_grant_ref 1
struct gnttab_unmap_grant_ref {
  uint64_t host_addr, dev_bus_addr;
  grant_handle_t handle;
  int16_t status;
};
typedef struct gnttab_unmap_grant_ref gnttab_unmap_grant_ref_t;
DEFINE_XEN_GUEST_HANDLE(gnttab_unmap_grant_ref_t);

/* Give the table nr_frames frames. Sets status and fills frame_list. */
#define GNTTABOP_setup_table 2
struct gnttab_setup_table {
  domid_t dom;
  uint32_t nr_frames;
  int16_t status;
  XEN_GUEST_HANDLE(ulong) frame_list;
};
typedef struct gnttab_setup_table gnttab_setup_table_t;
DEFINE_XEN_GUEST_HANDLE(gnttab_setup_table_t);

/* Flags of a mapping. */
#define _GNTMAP_device_map 0
#define GNTMAP_device_map (1 << _GNTMAP_device_map)
#define _GNTMAP_host_map 1
#define GNTMAP_host_map (1 << _GNTMAP_host_map)
#define _GNTMAP_readonly 2
#define GNTMAP_readonly (1 << _GNTMAP_readonly)

/* Values of status: zero, or what went wrong. */
#define GNTST_okay (0)
#define GNTST_general_error (-1)
#define GNTST_bad_domain (-2)
#define GNTST_bad_gntref (-3)
#define GNTST_bad_handle (-4)
#define GNTST_bad_virt_addr (-5)
#define GNTST_bad_dev_addr (-6)
#define GNTST_no_device_space (-7)
#define GNTST_permission_denied (-8)
#define GNTST_bad_page (-9)
#define GNTST_bad_copy_arg (-10)

#endif /* SAMPLE_XEN_GRANT_TABLE_H */
