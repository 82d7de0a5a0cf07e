#ifndef A_H
#define A_H

struct page {
  int a;
};

int ((( broken;
struct ours_32 {

#endif /* A_H */
