#ifndef A_H
#define A_H

struct page {
  int a;
};

struct ours_32 {
  struct page p;
};

#endif /* A_H */
