#ifndef A_H
#define A_H

struct page {
  int a;
};

#include   "../md.h"

#endif /* A_H */
