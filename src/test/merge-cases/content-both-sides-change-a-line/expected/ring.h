#ifndef RING_H
#define RING_H

struct ring {
<<<<<<< local NetBSD
    volatile int head;
||||||| base Xen 3.1.0
    int head;
=======
    unsigned head;
>>>>>>> vendor Xen 3.3.0
    int tail;
};

int ring_size(struct ring *);

#endif
