#ifndef A_H
#define A_H

struct page {
  char *text;
  const char * const * names;
  struct page *next;
  void (*call)(int);
  int rows[4][2];
};

#endif
