typedef struct ours_32 {
  int b;
} ours_32_t;
