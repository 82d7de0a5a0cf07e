#ifndef B_H
#define B_H
#include "a.h"
#include "../md.h"

#endif
