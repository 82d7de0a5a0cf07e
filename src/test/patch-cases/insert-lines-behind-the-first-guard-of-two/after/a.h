#ifndef A
#define A
/* one */
/* two */
/* three */
#endif
#ifndef B
#define B
#endif
