#ifndef A_H
#define A_H

struct page;
extern struct page *first;

#endif
