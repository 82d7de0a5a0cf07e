#ifndef A_H
#define A_H

struct page {
  int kind;
  union {
    unsigned int cons;
    struct {
      unsigned short low, high;
    };
  };
  struct {
    unsigned int size;
  } rest;
};

#endif
