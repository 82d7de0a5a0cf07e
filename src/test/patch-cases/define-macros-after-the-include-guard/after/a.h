/* A header. */
#ifndef A_H
#define A_H
#undef A
#define A(x) (x)

#ifdef B
int b;
#endif

#endif /* A_H */
