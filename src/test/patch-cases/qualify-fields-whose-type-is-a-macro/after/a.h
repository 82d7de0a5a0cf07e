#ifndef A_H
#define A_H

#define index_t unsigned int
struct page {
  volatile index_t cons, prod;
};

#endif
