#ifndef RING_H
#define RING_H
#ifdef A
# if B
#define xen_wmb() wmb()
# else
int b;
# endif
int a;
#endif
#undef xen_mb
#define xen_mb() x86_mfence()
#undef xen_rmb
#define xen_rmb() x86_lfence()
#undef XEN_QUIET
#define XEN_QUIET
int ring;
#endif
