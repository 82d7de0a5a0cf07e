#ifdef A
    barrier();
#endif

first();

#ifdef A
    barrier();
#endif

second();

#ifdef A
    barrier();
#endif
