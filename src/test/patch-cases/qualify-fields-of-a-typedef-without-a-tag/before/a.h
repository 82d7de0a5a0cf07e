#ifndef A_H
#define A_H

typedef struct {
  unsigned int cons;
} page_t;

#endif
