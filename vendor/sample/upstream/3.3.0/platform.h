/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * What the privileged domain asks of the machine, by __HYPERVISOR_platform_op.
 */
#ifndef SAMPLE_XEN_PLATFORM_H
#define SAMPLE_XEN_PLATFORM_H

#include "xen.h"

/* Goes into interface_version of every call; another value is refused. */
#define XENPF_INTERFACE_VERSION 0x03000001

/* Wall clock time (secs, nsecs), valid when the system time is system_time. */
#define XENPF_settime 17
struct xenpf_settime {
  uint32_t secs, nsecs;
  uint64_t system_time;
};
typedef struct xenpf_settime xenpf_settime_t;
DEFINE_XEN_GUEST_HANDLE(xenpf_settime_t);

/* Set the memory type of a range of frames. Sets handle and reg. */
#define XENPF_add_memtype 31
struct xenpf_add_memtype {
  xen_pfn_t mfn;
  uint64_t nr_mfns;
  uint32_t type;
  uint32_t handle, reg;
};
typedef struct xenpf_add_memtype xenpf_add_memtype_t;
DEFINE_XEN_GUEST_HANDLE(xenpf_add_memtype_t);

#define XENPF_del_memtype 32
struct xenpf_del_memtype {
  uint32_t handle, reg;
};
typedef struct xenpf_del_memtype xenpf_del_memtype_t;
DEFINE_XEN_GUEST_HANDLE(xenpf_del_memtype_t);

/* Tell Xen about a fault of the board that only the guest has detected. */
#define XENPF_platform_quirk 39
#define QUIRK_NOIRQBALANCING 1
#define QUIRK_IOAPIC_BAD_REGSEL 2
#define QUIRK_IOAPIC_GOOD_REGSEL 3
struct xenpf_platform_quirk {
  uint32_t quirk_id;
};
typedef struct xenpf_platform_quirk xenpf_platform_quirk_t;
DEFINE_XEN_GUEST_HANDLE(xenpf_platform_quirk_t);

/* What the BIOS said at boot. Sets the member of u that type selects. */
#define XENPF_firmware_info 50
#define XEN_FW_DISK_INFO 1
#define XEN_FW_DISK_MBR_SIGNATURE 2
#define XEN_FW_VBEDDC_INFO 3
struct xenpf_firmware_info {
  uint32_t type;
  uint32_t index; /* counts disks from zero */
  union {
    struct {
      uint8_t device, version;
      uint16_t interface_support;
      uint16_t legacy_max_cylinder;
      uint8_t legacy_max_head, legacy_sectors_per_track;
      XEN_GUEST_HANDLE(void) edd_params;
    } disk_info;
    struct {
      uint8_t device;
      uint32_t mbr_signature;
    } disk_mbr_signature;
    struct {
      uint8_t capabilities, edid_transfer_time;
      XEN_GUEST_HANDLE(uint8) edid;
    } vbeddc_info;
  } u;
};
typedef struct xenpf_firmware_info xenpf_firmware_info_t;
DEFINE_XEN_GUEST_HANDLE(xenpf_firmware_info_t);

/* Put the machine to sleep by ACPI; returns when it is awake again. */
#define XENPF_enter_acpi_sleep 51
struct xenpf_enter_acpi_sleep {
  uint16_t pm1a_cnt_val, pm1b_cnt_val; /* values for the control registers */
  uint32_t sleep_state; /* 3 for S3 */
  uint32_t flags; /* zero */
};
typedef struct xenpf_enter_acpi_sleep xenpf_enter_acpi_sleep_t;
DEFINE_XEN_GUEST_HANDLE(xenpf_enter_acpi_sleep_t);

/* The argument of the hypercall; cmd selects the member of the union. */
struct xen_platform_op {
  uint32_t cmd;
  uint32_t interface_version;
  union {
    struct xenpf_settime settime;
    struct xenpf_add_memtype add_memtype;
    struct xenpf_del_memtype del_memtype;
    struct xenpf_platform_quirk platform_quirk;
    struct xenpf_firmware_info firmware_info;
    struct xenpf_enter_acpi_sleep enter_acpi_sleep;
    uint8_t pad[128];
  } u;
};
typedef struct xen_platform_op xen_platform_op_t;
DEFINE_XEN_GUEST_HANDLE(xen_platform_op_t);

#endif /* SAMPLE_XEN_PLATFORM_H */
