#ifndef A_H
#define A_H

struct page {
  int a;
};

int broken = = 3;

#include "../md.h"

#endif /* A_H */
