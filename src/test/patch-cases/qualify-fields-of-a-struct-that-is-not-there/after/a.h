#ifndef A_H
#define A_H

struct leaf {
  unsigned int cons;
};

#endif
