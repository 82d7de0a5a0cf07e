#ifndef A_H
#define A_H

struct page {
  int a;
};

#ifdef __XEN_TOOLS__
extern int theirs;
#endif

#endif /* A_H */
