<<<<<<< local NetBSD
#ifndef PORT_H
#define PORT_H

typedef unsigned port_t;

#define PORT_NONE 0u

#endif
||||||| base Xen 3.1.0
=======
/* Timers of a guest. */

struct timer {
    long expires;
    long period;
};
>>>>>>> vendor Xen 3.3.0
