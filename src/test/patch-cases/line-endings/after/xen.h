#define A \
  1
