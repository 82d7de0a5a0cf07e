#ifndef A_H
#define A_H

struct page {
  unsigned int cons;
  UNKNOWN_MACRO(3) what;
  int (((;
};
struct late {
  int a;
};

#endif
