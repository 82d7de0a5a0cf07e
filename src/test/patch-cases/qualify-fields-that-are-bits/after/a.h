#ifndef A_H
#define A_H

struct page {
  volatile unsigned int ready:1, full:1;
  unsigned int :6;
};

#endif
