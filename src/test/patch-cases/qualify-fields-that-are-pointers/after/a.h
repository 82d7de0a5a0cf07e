#ifndef A_H
#define A_H

struct page {
  char *volatile text;
  const char * const * volatile names;
  struct page *volatile next;
  void (*volatile call)(int);
  volatile int rows[4][2];
};

#endif
