#ifndef A_H
#define A_H

struct page {
  int a;
};

#endif /* A_H */
