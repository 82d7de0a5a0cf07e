/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Machine checks: how Xen hands hardware errors to the privileged domain.
 */
#ifndef SAMPLE_XEN_ARCH_X86_XEN_MCA_H
#define SAMPLE_XEN_ARCH_X86_XEN_MCA_H

#include "../xen.h"

#define __HYPERVISOR_mca __HYPERVISOR_arch_0

/* Goes into interface_version of every call; another value is refused. */
#define XEN_MCA_INTERFACE_VERSION 0x03000001

/* Raised when there is something to fetch. */
#define VIRQ_MCA VIRQ_ARCH_0

/* Input flags of a fetch: what kind of error to look for. */
#define XEN_MC_CORRECTABLE 0x0
#define XEN_MC_TRAP 0x1

/* Output flags: zero, or why Xen could not do it. */
#define XEN_MC_OK 0x0
#define XEN_MC_FETCHFAILED 0x1
#define XEN_MC_NODATA 0x2
#define XEN_MC_NOMATCH 0x4
#define XEN_MC_CANNOTHANDLE 0x8
#define XEN_MC_NOTDELIVERED 0x10

/* Records stand one behind the other; each starts with its type and size. */
#define MC_TYPE_GLOBAL 0
#define MC_TYPE_BANK 1
#define MC_TYPE_EXTENDED 2
struct mcinfo_common {
  uint16_t type, size;
};

#define MC_FLAG_CORRECTABLE (1 << 0)
#define MC_FLAG_UNCORRECTABLE (1 << 1)

/* The processor that noticed, and the domain it was running. */
struct mcinfo_global {
  struct mcinfo_common common;
  uint16_t mc_domid;
  uint32_t mc_socketid;
  uint16_t mc_coreid, mc_core_threadid;
  uint16_t mc_vcpuid;
  uint64_t mc_gstatus;
  uint32_t mc_flags;
};

/* The registers of one bank, and the domain that owns the address. */
struct mcinfo_bank {
  struct mcinfo_common common;
  uint16_t mc_bank, mc_domid;
  uint64_t mc_status, mc_addr, mc_misc;
};

#define MCINFO_HYPERCALLSIZE 1024
#define MCINFO_MAXSIZE 768
struct mc_info {
  uint32_t mi_nentries;
  uint8_t mi_data[MCINFO_MAXSIZE - sizeof(uint32_t)];
};
typedef struct mc_info mc_info_t;

/* Take the records of one error. */
#define XEN_MC_fetch 1
struct xen_mc_fetch {
  uint32_t flags, fetch_idx;
  struct mc_info mc_info;
};
typedef struct xen_mc_fetch xen_mc_fetch_t;
DEFINE_XEN_GUEST_HANDLE(xen_mc_fetch_t);

/* Have Xen tell another domain that an error concerns it. */
#define XEN_MC_notifydomain 2
struct xen_mc_notifydomain {
  uint16_t mc_domid, mc_vcpuid;
  uint32_t fetch_idx, flags;
};
typedef struct xen_mc_notifydomain xen_mc_notifydomain_t;
DEFINE_XEN_GUEST_HANDLE(xen_mc_notifydomain_t);

/* The argument of the hypercall; cmd selects the member of the union. */
struct xen_mc {
  uint32_t cmd;
  uint32_t interface_version;
  union {
    struct xen_mc_fetch mc_fetch;
    struct xen_mc_notifydomain mc_notifydomain;
    uint8_t pad[MCINFO_HYPERCALLSIZE];
  } u;
};
typedef struct xen_mc xen_mc_t;
DEFINE_XEN_GUEST_HANDLE(xen_mc_t);

#endif /* SAMPLE_XEN_ARCH_X86_XEN_MCA_H */
