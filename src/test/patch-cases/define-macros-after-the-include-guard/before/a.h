/* A header. */
#ifndef A_H
#define A_H

#ifdef B
int b;
#endif

#endif /* A_H */
