#ifndef A_H
#define A_H

struct page {
  int a;
};

#pragma pack(push, 4)
struct theirs {
  long long b;
};
#pragma pack(pop)

#endif /* A_H */
