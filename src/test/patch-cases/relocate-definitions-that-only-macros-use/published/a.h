#ifndef A_H
#define A_H

struct page {
  int a;
};

#define OURS_SIZE sizeof(ours_32_t)

#endif /* A_H */
