#ifndef A_H
#define A_H

#define MAKE(name, type) \
  struct name##_ring { type t; }

#endif /* A_H */
