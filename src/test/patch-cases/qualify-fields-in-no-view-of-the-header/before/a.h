#ifndef A_H
#define A_H

#ifdef __ia64__
struct page {
  unsigned int cons;
};
#endif

#endif
