typedef unsigned int index_t;
#define DECLARE(x) index_t x
