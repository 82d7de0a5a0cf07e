/* A header. */
#ifndef A_H
#define A_H

#ifdef B
int b;
#endif

/* one */
/* two */
/* three */
#endif /* A_H */
