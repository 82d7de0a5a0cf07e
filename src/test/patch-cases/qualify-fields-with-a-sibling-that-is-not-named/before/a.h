#ifndef A_H
#define A_H

struct page {
  unsigned int cons, prod, size;
};

#endif
