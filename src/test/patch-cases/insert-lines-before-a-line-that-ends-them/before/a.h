#ifndef A
#define A
#if B
int inside;
#endif
#endif
