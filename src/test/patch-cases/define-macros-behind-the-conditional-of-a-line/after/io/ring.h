#ifndef RING_H
#define RING_H

#if VERSION < 0x0209
#define xen_mb()  mb()
#define xen_wmb() wmb()
#endif
#undef xen_mb
#define xen_mb() x86_mfence()
#undef xen_rmb
#define xen_rmb() x86_lfence()
#undef XEN_QUIET
#define XEN_QUIET

int ring;
#endif
