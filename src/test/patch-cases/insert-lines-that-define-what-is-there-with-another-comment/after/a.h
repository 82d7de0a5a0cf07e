#ifndef A
#define A
#define FIRST 1
#define SECOND  (1 << 1) /* upstream's words */
#endif
