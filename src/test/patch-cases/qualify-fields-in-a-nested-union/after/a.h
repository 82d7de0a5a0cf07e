#ifndef A_H
#define A_H

struct page {
  int kind;
  union {
    volatile unsigned int cons;
    struct {
      volatile unsigned short low, high;
    };
  };
  struct {
    volatile unsigned int size;
  } rest;
};

#endif
