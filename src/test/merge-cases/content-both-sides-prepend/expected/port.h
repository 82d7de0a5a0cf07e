<<<<<<< local NetBSD
/* local */
||||||| base Xen 3.1.0
=======
/* vendor */
>>>>>>> vendor Xen 3.3.0
#ifndef PORT_H
#define PORT_H

typedef unsigned port_t;

#define PORT_NONE 0u

#endif
