int a;
#include "xen.h"