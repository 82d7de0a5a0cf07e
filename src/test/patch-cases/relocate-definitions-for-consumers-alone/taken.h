struct ours_32 {
  struct page p;
};
typedef struct ours_32 ours_32_t;
