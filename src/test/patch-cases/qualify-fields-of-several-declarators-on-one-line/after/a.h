#ifndef A_H
#define A_H

struct page {
  volatile unsigned int cons, prod;
  volatile unsigned int in, out , *volatile last;
};

#endif
