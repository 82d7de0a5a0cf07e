#ifndef A_H
#define A_H

struct page {
  volatile unsigned int cons;
  volatile unsigned int prod;
};

#endif
