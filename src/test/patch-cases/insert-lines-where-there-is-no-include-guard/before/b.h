#ifndef X
#define Y
#endif
