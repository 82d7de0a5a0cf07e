#ifdef A
<<<<<<< local NetBSD
    md_barrier();
||||||| base Xen 3.1.0
    barrier();
=======
    xen_barrier();
>>>>>>> vendor Xen 3.3.0
#endif

first();

#ifdef A
<<<<<<< local NetBSD
    md_barrier();
||||||| base Xen 3.1.0
    barrier();
=======
    xen_barrier();
>>>>>>> vendor Xen 3.3.0
#endif

second();

#ifdef A
    barrier();
#endif
