#ifndef A
#define A

int a;
#endif
