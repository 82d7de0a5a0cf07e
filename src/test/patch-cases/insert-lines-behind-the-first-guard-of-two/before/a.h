#ifndef A
#define A
#endif
#ifndef B
#define B
#endif
