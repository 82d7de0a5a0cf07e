/* Our ring. */
MAKE(ours_32, short);
MAKE(ours_64, long);

union both {
  ours_32_ring_t a;
  struct ours_64_ring b;
};
