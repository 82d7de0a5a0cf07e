#ifndef A_H
#define A_H

#define MAKE(name, type) \
  struct name##_ring { type t; }

MAKE(ours_32, short);
extern struct ours_32_ring x;

#endif /* A_H */
