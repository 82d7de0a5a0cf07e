#ifndef A_H
#define A_H

struct page {
  int a;
};

/* Not about anything. */

/* What is next. */

extern int next;

#include "../md.h"

#endif /* A_H */
