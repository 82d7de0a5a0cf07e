#ifndef A_H
#define A_H

struct page {
  int a;
};

/* As i386 packs it. */
#pragma pack(push, 4)
struct ours_32 {
  long long b;
};

union ours_u { int c; };
#pragma pack(pop)

extern int next;

#endif /* A_H */
