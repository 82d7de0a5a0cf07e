#ifndef A_H
#define A_H

/* What two domains share. */
struct page {
  char data[64];
  unsigned int cons; /* read up to here */
  unsigned int	prod;
};

struct other {
  unsigned int cons;
};

#endif
