/* Ours */
struct ours_32 {
  int b;
} __packed;

typedef struct {
  int c;
} __packed ours_64_t;

struct ours_96 {
  int d;
} TIGHT;
