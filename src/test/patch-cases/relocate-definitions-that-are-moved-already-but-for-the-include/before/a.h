#ifndef A_H
#define A_H

struct page {
  int a;
};
/* a remark */

#endif /* A_H */
