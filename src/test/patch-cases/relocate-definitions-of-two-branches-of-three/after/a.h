#ifndef A_H
#define A_H

struct page {
  int a;
};

#ifdef __i386__
struct ours_32 {
  int b;
};
#elif defined(__x86_64__)
struct ours_32 {
  int b, c;
};
#else
extern int theirs;
#endif

#endif /* A_H */
