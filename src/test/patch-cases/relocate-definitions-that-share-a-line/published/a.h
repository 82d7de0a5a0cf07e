#ifndef A_H
#define A_H

struct page {
  int a;
};

extern int x;

#endif /* A_H */
