#ifndef A_H
#define A_H

struct page {
  volatile unsigned int cons;
  unsigned int volatile prod;
  char * volatile text;
};

#endif
