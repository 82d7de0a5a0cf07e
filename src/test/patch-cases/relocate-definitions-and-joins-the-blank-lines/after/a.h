#ifndef A_H
#define A_H

struct page {
  int a;
};



extern int next;

#include "../md.h"

#endif /* A_H */
