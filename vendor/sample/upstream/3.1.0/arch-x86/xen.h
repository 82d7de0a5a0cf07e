/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * What i386 and x86_64 guests add: handles, frame numbers, per-CPU pieces.
 */
#ifndef SAMPLE_XEN_ARCH_X86_XEN_H
#define SAMPLE_XEN_ARCH_X86_XEN_H

#include "../xen-compat.h"

/* A handle is a guest pointer; from 0x00030201 on it has its own type. */
#if __XEN_INTERFACE_VERSION__ < 0x00030201
# define __DEFINE_XEN_GUEST_HANDLE(name, type) \
   typedef type *__guest_handle_##name
# define set_xen_guest_handle(handle, value) ((handle) = (value))
#else
# define __DEFINE_XEN_GUEST_HANDLE(name, type) \
   typedef struct { type *p; } __guest_handle_##name
# define set_xen_guest_handle(handle, value) ((handle).p = (value))
#endif

#define DEFINE_XEN_GUEST_HANDLE(name) __DEFINE_XEN_GUEST_HANDLE(name, name)
#define XEN_GUEST_HANDLE(name) __guest_handle_##name

__DEFINE_XEN_GUEST_HANDLE(uint, unsigned int);
__DEFINE_XEN_GUEST_HANDLE(ulong, unsigned long);
DEFINE_XEN_GUEST_HANDLE(int);
DEFINE_XEN_GUEST_HANDLE(void);

/* Numbers a page frame, of the machine or of the guest. */
typedef unsigned long xen_pfn_t;
DEFINE_XEN_GUEST_HANDLE(xen_pfn_t);
#define PRI_xen_pfn "lx"

/* Virtual processors that fit in shared_info. */
#define MAX_VIRT_CPUS 32

#ifdef __x86_64__
struct arch_vcpu_info {
  unsigned long cr2;
  unsigned long pad;
};
typedef unsigned long xen_callback_t;
#else
struct arch_vcpu_info {
  unsigned long cr2;
  unsigned long pad[5];
};
struct xen_callback {
  unsigned long cs, eip;
};
typedef struct xen_callback xen_callback_t;
#endif
typedef struct arch_vcpu_info arch_vcpu_info_t;

/* The guest tells where its frame lists are; a dump tool reads them. */
struct arch_shared_info {
  unsigned long max_pfn;
  xen_pfn_t pfn_to_mfn_frame_list_list;
  unsigned long nmi_reason;
  uint64_t pad[32];
};
typedef struct arch_shared_info arch_shared_info_t;

#endif /* SAMPLE_XEN_ARCH_X86_XEN_H */
