#ifndef A
#define A

#include <sys/types.h>
int a;
#endif
