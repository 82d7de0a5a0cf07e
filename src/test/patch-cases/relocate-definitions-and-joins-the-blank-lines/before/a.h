#ifndef A_H
#define A_H

struct page {
  int a;
};

struct ours_32 {
  struct page p;
};
typedef struct ours_32 ours_32_t;


extern int next;

union ours_64 { int c; };

#endif /* A_H */
