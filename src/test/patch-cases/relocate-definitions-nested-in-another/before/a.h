#ifndef A_H
#define A_H

struct page {
  int a;
};

struct whole {
  struct ours_32 { int b; } inner;
};

#endif /* A_H */
