#ifndef A_H
#define A_H

int broken = = 3;

struct page {
  unsigned int cons;
};

#endif
