#ifndef A
#define A
/* one */
/* two */
/* one */
/* two */
/* three */
#endif
