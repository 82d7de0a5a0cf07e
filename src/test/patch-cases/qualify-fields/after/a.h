#ifndef A_H
#define A_H

/* What two domains share. */
struct page {
  char data[64];
  volatile unsigned int cons; /* read up to here */
  volatile unsigned int	prod;
};

struct other {
  unsigned int cons;
};

#endif
