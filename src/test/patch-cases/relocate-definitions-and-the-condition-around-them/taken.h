/* Only for back ends. */
#ifdef __XEN_TOOLS__

struct ours_32 {
  struct page p;
};
typedef struct ours_32 ours_32_t;

#endif /* tools */
