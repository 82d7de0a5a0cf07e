#ifndef A_H
#define A_H

struct page {
  int a;
};

struct ours_32;
extern struct ours_32 *first;

#endif /* A_H */
