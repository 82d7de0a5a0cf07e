/*	$NetBSD: xen.h,v 1.2 2007/11/27 19:36:16 joerg Exp $	*/
/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Hypercall numbers, domain ids and the page every guest shares with Xen.
 */
#ifndef SAMPLE_XEN_H
#define SAMPLE_XEN_H

#include "xen-compat.h"
#include "arch-x86/xen.h"

/* Hypercall numbers. */
#define __HYPERVISOR_mmu_update 1
#define __HYPERVISOR_sched_op_compat 6
#define __HYPERVISOR_platform_op 7
#define __HYPERVISOR_memory_op 12
#define __HYPERVISOR_event_channel_op_compat 16
#define __HYPERVISOR_xen_version 17
#define __HYPERVISOR_console_io 18
#define __HYPERVISOR_grant_table_op 20
#define __HYPERVISOR_vcpu_op 24
#define __HYPERVISOR_mmuext_op 26
#define __HYPERVISOR_acm_op 27
#define __HYPERVISOR_sched_op 29
#define __HYPERVISOR_callback_op 30
#define __HYPERVISOR_event_channel_op 32
#define __HYPERVISOR_sysctl 35
#define __HYPERVISOR_domctl 36

/* From 48 on, numbers belong to the architecture. */
#define __HYPERVISOR_arch_0 48

/* Older guests call by the old numbers. */
#if __XEN_INTERFACE_VERSION__ < 0x00030101
# undef __HYPERVISOR_sched_op
# define __HYPERVISOR_sched_op __HYPERVISOR_sched_op_compat
#endif
#if __XEN_INTERFACE_VERSION__ < 0x00030202
# undef __HYPERVISOR_event_channel_op
# define __HYPERVISOR_event_channel_op __HYPERVISOR_event_channel_op_compat
#endif

/* Interrupts without hardware behind them. */
#define VIRQ_TIMER 0
#define VIRQ_DEBUG 1
#define VIRQ_ARCH_0 16
#define NR_VIRQS 24

/* What an mmu_update entry asks for: the low two bits of its address. */
#define MMU_NORMAL_PT_UPDATE 0
#define MMU_MACHPHYS_UPDATE 1

typedef uint16_t domid_t;

/* Ids from here on name no ordinary domain. */
#define DOMID_FIRST_RESERVED (0x7FF0U)
#define DOMID_SELF (0x7FF0U)
#define DOMID_IO (0x7FF1U)
#define DOMID_XEN (0x7FF2U)

/* Commands of mmuext_op that flush the TLBs of several processors. */
#define MMUEXT_TLB_FLUSH_MULTI 8
#define MMUEXT_INVLPG_MULTI 9

struct mmuext_op {
  unsigned int cmd;
  union {
    xen_pfn_t mfn;
    unsigned long linear_addr;
  } arg1;
  union {
    unsigned int nr_ents;
    XEN_GUEST_HANDLE_00030205(void) vcpumask;
  } arg2;
};
typedef struct mmuext_op mmuext_op_t;
DEFINE_XEN_GUEST_HANDLE(mmuext_op_t);

/* One bit for each port in each word that a bit of the selector names. */
#define NR_EVENT_CHANNELS (sizeof(unsigned long) * sizeof(unsigned long) * 64)

/* Odd version: Xen is writing. Read again until it is even and unchanged. */
struct vcpu_time_info {
  uint32_t version, pad0;
  uint64_t tsc_timestamp, system_time;
  uint32_t tsc_to_system_mul;
  int8_t tsc_shift;
  int8_t pad1[3];
};

struct vcpu_info {
  uint8_t evtchn_upcall_pending;
  uint8_t evtchn_upcall_mask;
  unsigned long evtchn_pending_sel;
  struct arch_vcpu_info arch;
  struct vcpu_time_info time;
};
typedef struct vcpu_info vcpu_info_t;

struct shared_info {
  struct vcpu_info vcpu_info[MAX_VIRT_CPUS];
  unsigned long evtchn_pending[sizeof(unsigned long) * 8];
  unsigned long evtchn_mask[sizeof(unsigned long) * 8];
  uint32_t wc_version, wc_sec, wc_nsec;
  struct arch_shared_info arch;
};
typedef struct shared_info shared_info_t;

DEFINE_XEN_GUEST_HANDLE(uint8_t);
DEFINE_XEN_GUEST_HANDLE(uint64_t);

#endif /* SAMPLE_XEN_H */
