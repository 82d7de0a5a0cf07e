#define SAVE_PORT 1
