#ifndef A_H
#define A_H

struct page {
#ifdef __i386__
  volatile unsigned int cons;
#else
  volatile unsigned long cons;
#endif
#if defined(__XEN_TOOLS__)
  volatile int tools;
#endif
};

#endif
