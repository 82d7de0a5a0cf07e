#ifndef A_H
#define A_H

struct page {
  int a;
};

/* Ours, as i386 guests lay them out */

struct ours_32 {
  int b;
} __packed;
typedef struct ours_32 ours_32_t;

/*
 * The same for amd64 guests
 */

struct ours_64 {
  int b;
} __packed;

/* Not about anything. */

/* Both of them */

union ours_both { struct ours_32 x; struct ours_64 y; };

/* What is next. */

extern int next;

#endif /* A_H */
