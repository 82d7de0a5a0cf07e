int a;
#define xen_wmb() wmb()
#undef xen_mb
#define xen_mb() x86_mfence()
#undef xen_rmb
#define xen_rmb() x86_lfence()
#undef XEN_QUIET
#define XEN_QUIET
int b;
