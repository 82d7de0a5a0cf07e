#ifndef A_H
#define A_H

struct page {
  int a;
};

extern int x; struct ours_32 { int b; };

#endif /* A_H */
