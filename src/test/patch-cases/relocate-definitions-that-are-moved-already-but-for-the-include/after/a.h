#ifndef A_H
#define A_H

struct page {
  int a;
};
/* a remark */

#include "../md.h"

#endif /* A_H */
