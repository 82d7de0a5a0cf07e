#ifndef A
#define A
#if B
int inside;
#ifdef PAE
int more;
#endif
#endif
#endif
