#ifndef A_H
#define A_H

struct page {
  int a;
};

/* Only for back ends. */
#ifdef __XEN_TOOLS__

struct ours_32 {
  struct page p;
};
typedef struct ours_32 ours_32_t;

#endif /* tools */

#endif /* A_H */
