#ifndef A_H
#define A_H

struct page {
  int a;
};

struct ours_32 { int b; }; typedef struct ours_32 ours_32_t;

#endif /* A_H */
