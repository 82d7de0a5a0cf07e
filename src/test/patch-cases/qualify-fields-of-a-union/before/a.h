#ifndef A_H
#define A_H

union page {
  unsigned int cons;
  char bytes[4];
};

#endif
