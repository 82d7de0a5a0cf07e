#ifndef A_H
#define A_H

struct page {
  const volatile unsigned int cons;
  volatile char *const text;
};

#endif
