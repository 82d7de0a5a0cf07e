#ifndef PORT_H
#define PORT_H

typedef unsigned port_t;

#define PORT_NONE 0u

#endif
