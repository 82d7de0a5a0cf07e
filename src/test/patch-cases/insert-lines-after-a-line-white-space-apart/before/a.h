  #include	"xen.h"  
int a;
#include "xen.h"
