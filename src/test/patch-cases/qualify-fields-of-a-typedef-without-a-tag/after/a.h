#ifndef A_H
#define A_H

typedef struct {
  volatile unsigned int cons;
} page_t;

#endif
