#ifndef A_H
#define A_H

#define MAKE(name, type) \
  struct name##_ring { type t; }; \
  typedef struct name##_ring name##_ring_t

MAKE(theirs, int);

/* Our ring. */
MAKE(ours_32, short);
MAKE(ours_64, long);

union both {
  ours_32_ring_t a;
  struct ours_64_ring b;
};

#endif /* A_H */
