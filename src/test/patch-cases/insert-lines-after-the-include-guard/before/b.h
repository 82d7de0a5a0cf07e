#  ifndef B_H_ /* guard */
# define B_H_ 1
int b;
#endif
