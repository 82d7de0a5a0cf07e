/* Ours: as a 32-bit
 * guest sees it. */
struct ours_32 {
  int b;
}; /* all of it */

// of old
// and new
typedef struct ours_32 ours_32_t;

union ours_64 { int c; };
