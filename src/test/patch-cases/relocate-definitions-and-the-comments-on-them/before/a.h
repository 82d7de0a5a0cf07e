#ifndef A_H
#define A_H

struct page {
  int a;
};

/* Ours: as a 32-bit
 * guest sees it. */
struct ours_32 {
  int b;
}; /* all of it */

// of old
// and new
typedef struct ours_32 ours_32_t;

/* Not about anything. */

union ours_64 { int c; };
/* What is next. */

extern int next;

#endif /* A_H */
