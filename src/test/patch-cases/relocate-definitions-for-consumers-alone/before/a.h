#ifndef A_H
#define A_H

struct page {
  int a;
};

struct ours_32 {
  struct page p;
};
typedef struct ours_32 ours_32_t;

#endif /* A_H */
