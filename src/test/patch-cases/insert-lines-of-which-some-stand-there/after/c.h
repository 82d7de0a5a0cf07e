#ifndef A
#define A
/* three */
/* one */
/* two */
/* three */
#endif
