#define MD 1
