#ifndef A_H
#define A_H

#ifdef __i386__
struct page {
  volatile unsigned int cons;
};
#else
struct page {
  volatile unsigned long cons;
  unsigned long more;
};
#endif

#endif
