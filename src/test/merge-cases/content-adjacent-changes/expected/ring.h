#ifndef RING_H
#define RING_H

struct ring {
<<<<<<< local NetBSD
    volatile int head;
    int tail;
||||||| base Xen 3.1.0
    int head;
    int tail;
=======
    int head;
    unsigned tail;
>>>>>>> vendor Xen 3.3.0
};

int ring_size(struct ring *);

#endif
