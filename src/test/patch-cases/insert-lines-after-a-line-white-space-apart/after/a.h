  #include	"xen.h"  
#include "event_channel.h"
int a;
#include "xen.h"
