#ifdef __i386__
struct ours_32 {
  int b;
};
#else
struct ours_32 {
  int b, c;
};
#endif
