/*	$NetBSD: xen_support.h,v 1.1 2007/11/27 19:40:02 joerg Exp $	*/
/*
 * Sample file for xenvendor, written for this project.
 * What the kernel provides to the code around the Xen headers.
 */
#ifndef _XEN_SUPPORT_H_
#define _XEN_SUPPORT_H_

#include <stddef.h>
#include <stdint.h>

/* The kernel still has to run on Xen 3.0, so it asks for that interface. */
#ifndef __XEN_INTERFACE_VERSION__
#define __XEN_INTERFACE_VERSION__ 0x00030201
#endif

#ifndef __unused
#define __unused __attribute__((__unused__))
#endif

#define PAGE_SIZE	4096

/* All accesses before the fence are seen before all accesses after it. */
static __inline void
x86_mfence(void)
{
	__asm __volatile("mfence" ::: "memory");
}

/* The same for loads. */
static __inline void
x86_lfence(void)
{
	__asm __volatile("lfence" ::: "memory");
}

/* The same for stores. */
static __inline void
x86_sfence(void)
{
	__asm __volatile("sfence" ::: "memory");
}

#define mb()	x86_mfence()
#define rmb()	x86_lfence()
#define wmb()	x86_sfence()

void	*memset(void *, int, size_t);
int	strcmp(const char *, const char *);

/* Enter the hypervisor: the number of the call, and its one argument. */
int	xen_hypercall1(unsigned int, void *);

#endif /* _XEN_SUPPORT_H_ */
