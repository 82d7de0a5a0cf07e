#ifndef A_H
#define A_H

struct page {
  char kind, *text;
};

#endif
