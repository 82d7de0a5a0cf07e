/*	$NetBSD: vmx_assist.h,v 1.2 2007/11/27 19:36:17 joerg Exp $	*/
/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Context switch to the code that emulates real mode for VMX guests.
 */
#ifndef SAMPLE_XEN_HVM_VMX_ASSIST_H
#define SAMPLE_XEN_HVM_VMX_ASSIST_H

/* Where the emulator is loaded, and the marks it starts with. */
#define VMXASSIST_BASE 0xD0000
#define VMXASSIST_MAGIC 0x17101966
#define VMXASSIST_MAGIC_OFFSET (VMXASSIST_BASE + 8)

/* Two words that point to the contexts. */
#define VMXASSIST_NEW_CONTEXT (VMXASSIST_BASE + 12)
#define VMXASSIST_OLD_CONTEXT (VMXASSIST_NEW_CONTEXT + 4)

/* Access rights of a segment, as the VMCS holds them. */
union vmcs_arbytes {
  struct arbyte_fields {
    unsigned int seg_type : 4, s : 1, dpl : 2, p : 1;
    unsigned int reserved0 : 4, avl : 1, reserved1 : 1;
    unsigned int default_ops_size : 1, g : 1, null_bit : 1;
    unsigned int reserved2 : 15;
  } fields;
  unsigned int bytes;
};

/* Everything the processor needs to go on in the other mode. */
struct vmx_assist_context {
  uint32_t eip, esp, eflags;
  uint32_t cr0, cr3, cr4;
  uint32_t idtr_limit, idtr_base;
  uint32_t gdtr_limit, gdtr_base;
  uint32_t cs_sel, cs_limit, cs_base;
  union vmcs_arbytes cs_arbytes;
  uint32_t ds_sel, ds_limit, ds_base;
  union vmcs_arbytes ds_arbytes;
  uint32_t es_sel, es_limit, es_base;
  union vmcs_arbytes es_arbytes;
  uint32_t ss_sel, ss_limit, ss_base;
  union vmcs_arbytes ss_arbytes;
  uint32_t fs_sel, fs_limit, fs_base;
  union vmcs_arbytes fs_arbytes;
  uint32_t gs_sel, gs_limit, gs_base;
  union vmcs_arbytes gs_arbytes;
  uint32_t tr_sel, tr_limit, tr_base;
  union vmcs_arbytes tr_arbytes;
  uint32_t ldtr_sel, ldtr_limit, ldtr_base;
  union vmcs_arbytes ldtr_arbytes;
};
typedef struct vmx_assist_context vmx_assist_context_t;

#endif /* SAMPLE_XEN_HVM_VMX_ASSIST_H */
