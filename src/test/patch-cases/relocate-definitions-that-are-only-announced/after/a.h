#ifndef A_H
#define A_H

struct page {
  int a;
};

struct ours_32;
extern struct ours_32 *first;

#include "../md.h"

#endif /* A_H */
