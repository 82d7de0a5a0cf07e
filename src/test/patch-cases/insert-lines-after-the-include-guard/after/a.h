/* A header. */
#ifndef A_H
#define A_H

#include <sys/types.h>

#ifdef B
int b;
#endif

#endif /* A_H */
