#ifndef A_H
#define A_H

struct page {
  int a;
};

extern int ours;

#include "../md.h"

#endif /* A_H */
