#ifndef A_H
#define A_H

struct page {
  int a;
} __packed;

#include "../md.h"

#endif /* A_H */
