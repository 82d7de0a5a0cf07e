#ifndef A
#define A
#define FIRST 1
#define SECOND (1<<1)  /* ours */
#define SECOND (1<<2)  /* ours */
#define SECOND (1<<1) /* goes
 on */
#endif
