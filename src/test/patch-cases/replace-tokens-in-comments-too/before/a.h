/* A uint32_t isn't a xen_uint32_t, and an unsigned  long no unsigned
 * long; don't take uint32_t's for it. */
uint32_t a; // of uint32_t
unsigned
  long b, /* unsigned long */ c;
const char *d = "uint32_t";
