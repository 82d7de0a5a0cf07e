/* A UINT32 isn't a xen_uint32_t, and an ULONG_PTR no unsigned
 * long; don't take UINT32's for it. */
UINT32 a; // of UINT32
ULONG_PTR b, /* ULONG_PTR */ c;
const char *d = "uint32_t";
