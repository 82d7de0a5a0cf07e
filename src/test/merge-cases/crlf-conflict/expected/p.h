#ifndef PORT_H
#define PORT_H

typedef unsigned port_t;

<<<<<<< local NetBSD
#define PORT_NONE 1u
||||||| base Xen 3.1.0
#define PORT_NONE 0u
=======
#define PORT_NONE 2u
>>>>>>> vendor Xen 3.3.0

#endif
