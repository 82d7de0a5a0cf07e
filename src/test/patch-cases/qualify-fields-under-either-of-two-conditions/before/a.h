#ifndef A_H
#define A_H

struct page {
#ifdef __i386__
  unsigned int cons;
#else
  unsigned long cons;
#endif
#if defined(__XEN_TOOLS__)
  int tools;
#endif
};

#endif
