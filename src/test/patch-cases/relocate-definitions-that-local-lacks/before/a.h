#ifndef A_H
#define A_H

struct page {
  int a; /* our remark */;
};

#endif /* A_H */
