#ifndef A_H
#define A_H

#ifdef __i386__
struct page {
  unsigned int cons;
};
#else
struct page {
  unsigned long cons;
  unsigned long more;
};
#endif

#endif
