#ifndef A_H
#define A_H

struct page {
  int a;
};

extern int first;

#endif /* A_H */
