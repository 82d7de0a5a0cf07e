#ifndef A_H
#define A_H

struct page {
  int a;
};

struct ours { int b; };
extern int ours;

#endif /* A_H */
