#ifndef A_H
#define A_H

struct page {
  int a;
};

extern int ours;

#endif /* A_H */
