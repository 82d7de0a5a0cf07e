#ifdef A
    xen_barrier();
#endif

first();

#ifdef A
    xen_barrier();
#endif

second();

#ifdef A
    barrier();
#endif
