#ifndef A_H
#define A_H

union page {
  unsigned int cons;
  volatile char bytes[4];
};

#endif
