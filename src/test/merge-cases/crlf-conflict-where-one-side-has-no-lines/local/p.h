#ifndef PORT_H
#define PORT_H

typedef unsigned port_t;


#endif
