#ifndef A
#define A
/* two */
#endif
