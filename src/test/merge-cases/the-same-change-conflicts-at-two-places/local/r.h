#ifdef A
    md_barrier();
#endif

first();

#ifdef A
    md_barrier();
#endif

second();

#ifdef A
    barrier();
#endif
