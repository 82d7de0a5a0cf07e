#ifndef A_H
#define A_H

struct page {
  struct {
    int a;
  } inner;
  enum { ONE, TWO } kind;
};

#endif
