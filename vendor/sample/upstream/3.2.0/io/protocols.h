/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Ring layouts by name, as a front end states them in xenstore.
 */
#ifndef SAMPLE_XEN_IO_PROTOCOLS_H
#define SAMPLE_XEN_IO_PROTOCOLS_H

/* Value of the node "protocol"; without it, the back end takes its own. */
#define XEN_IO_PROTO_ABI_X86_32 "x86_32-abi"
#define XEN_IO_PROTO_ABI_X86_64 "x86_64-abi"
#define XEN_IO_PROTO_ABI_IA64 "ia64-abi"
#define XEN_IO_PROTO_ABI_POWERPC64 "powerpc64-abi"

/* The layout of the processor this is compiled for. */
#if defined(__x86_64__)
# define XEN_IO_PROTO_ABI_NATIVE XEN_IO_PROTO_ABI_X86_64
#elif defined(__i386__)
# define XEN_IO_PROTO_ABI_NATIVE XEN_IO_PROTO_ABI_X86_32
#elif defined(__ia64__)
# define XEN_IO_PROTO_ABI_NATIVE XEN_IO_PROTO_ABI_IA64
#elif defined(__powerpc64__)
# define XEN_IO_PROTO_ABI_NATIVE XEN_IO_PROTO_ABI_POWERPC64
#else
# error "no ring layout is known for this processor"
#endif

#endif /* SAMPLE_XEN_IO_PROTOCOLS_H */
