int a;
#include "xen.h"
#include "event_channel.h"
