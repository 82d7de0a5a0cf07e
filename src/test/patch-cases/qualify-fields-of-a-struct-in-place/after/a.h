#ifndef A_H
#define A_H

struct page {
  volatile struct {
    int a;
  } inner;
  volatile enum { ONE, TWO } kind;
};

#endif
