<<<<<<< local NetBSD
#ifndef PORT_H
#define PORT_H

typedef unsigned port_t;

#define PORT_NONE 0u
||||||| base Xen 3.1.0
=======
#ifndef RING_H
#define RING_H

struct ring {
    int head;
    int tail;
};

int ring_size(struct ring *);
>>>>>>> vendor Xen 3.3.0

#endif
