#ifndef A_H
#define A_H

#include "b.h"

struct page {
  index_t cons;
  DECLARE(prod);
};

#endif
