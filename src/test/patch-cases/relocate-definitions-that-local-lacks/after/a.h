#ifndef A_H
#define A_H

struct page {
  int a; /* our remark */;
};

#include "../md.h"

#endif /* A_H */
