#ifndef A_H
#define A_H

struct page {
  int a;
};

typedef struct ours_32 {
  int b;
} ours_32_t;
extern ours_32_t *x;

#endif /* A_H */
