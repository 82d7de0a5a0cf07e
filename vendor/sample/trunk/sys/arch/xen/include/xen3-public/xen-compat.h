/*	$NetBSD: xen-compat.h,v 1.2 2007/11/27 19:36:16 joerg Exp $	*/
/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Settles which interface version the code that includes it is built for.
 */
#ifndef SAMPLE_XEN_COMPAT_H
#define SAMPLE_XEN_COMPAT_H

/* The newest interface version that these headers describe. */
#define __XEN_LATEST_INTERFACE_VERSION__ 0x00030205

/*
 * The hypervisor and its tools follow the headers. A guest names the version
 * it wants; a guest that says nothing gets the oldest one.
 */
#if !defined(__XEN__) && !defined(__XEN_TOOLS__)
# ifndef __XEN_INTERFACE_VERSION__
#  define __XEN_INTERFACE_VERSION__ 0x00000000
# endif
#else
# define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
#endif

#if __XEN_INTERFACE_VERSION__ > __XEN_LATEST_INTERFACE_VERSION__
# error "interface version is newer than these headers"
#endif

/* Fields that were plain pointers before interface version 0x00030205. */
#if __XEN_INTERFACE_VERSION__ < 0x00030205
# define XEN_GUEST_HANDLE_00030205(type) type *
#else
# define XEN_GUEST_HANDLE_00030205(type) XEN_GUEST_HANDLE(type)
#endif

#endif /* SAMPLE_XEN_COMPAT_H */
