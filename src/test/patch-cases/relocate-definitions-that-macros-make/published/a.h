#ifndef A_H
#define A_H

#define MAKE(name, type) \
  struct name##_ring { type t; }; \
  typedef struct name##_ring name##_ring_t

MAKE(theirs, int);

#endif /* A_H */
