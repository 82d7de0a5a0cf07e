#ifndef A
#define A
/* one */
/* two */
#endif
