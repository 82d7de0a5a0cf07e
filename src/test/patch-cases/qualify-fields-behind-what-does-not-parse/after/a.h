#ifndef A_H
#define A_H

int broken = = 3;

struct page {
  volatile unsigned int cons;
};

#endif
