#ifndef A_H
#define A_H

struct page {
  int a;
};

#ifdef __i386__
struct ours_32 {
  int b;
};
#else
struct ours_32 {
  int b, c;
};
#endif

#endif /* A_H */
