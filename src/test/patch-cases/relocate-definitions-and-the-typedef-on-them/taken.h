typedef struct ours_32 {
  int b;
} ours_32_t, *ours_32_p;
