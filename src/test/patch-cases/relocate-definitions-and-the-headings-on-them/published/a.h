#ifndef A_H
#define A_H

struct page {
  int a;
};

/* Not about anything. */

/* What is next. */

extern int next;

#endif /* A_H */
