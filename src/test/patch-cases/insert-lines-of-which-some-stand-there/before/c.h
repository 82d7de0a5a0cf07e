#ifndef A
#define A
/* three */
#endif
