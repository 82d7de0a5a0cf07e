#ifndef A_H
#define A_H

struct page {
  int a;
};

#ifdef __XEN_TOOLS__
struct ours_32 {
  struct page p;
};
typedef struct ours_32 ours_32_t;
extern int theirs;
#endif

#endif /* A_H */
