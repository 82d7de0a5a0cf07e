#ifndef A
#define A
/* two */
/* one */
/* two */
/* three */
#endif
