enum ours_kind { OURS_A, OURS_B };

static inline int ours_get(enum ours_kind k)
{
  return k == OURS_A;
}
