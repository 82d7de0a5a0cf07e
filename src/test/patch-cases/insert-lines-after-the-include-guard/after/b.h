#  ifndef B_H_ /* guard */
# define B_H_ 1

#include <sys/types.h>
int b;
#endif
