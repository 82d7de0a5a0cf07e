#ifndef A_H
#define A_H

struct page {
  int a;
};



extern int next;

#endif /* A_H */
