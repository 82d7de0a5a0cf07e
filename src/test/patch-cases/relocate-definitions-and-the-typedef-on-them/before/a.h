#ifndef A_H
#define A_H

struct page {
  int a;
};

typedef struct ours_32 {
  int b;
} ours_32_t, *ours_32_p;

#endif /* A_H */
