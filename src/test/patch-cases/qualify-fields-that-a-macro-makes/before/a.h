#ifndef A_H
#define A_H

#define INDEX(name) unsigned int name;
struct page {
  INDEX(cons)
  unsigned int prod;
};

#endif
