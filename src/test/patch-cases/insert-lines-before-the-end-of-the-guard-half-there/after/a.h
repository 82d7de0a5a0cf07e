#ifndef A
#define A
/* one */
/* two */
/* three */
#endif
