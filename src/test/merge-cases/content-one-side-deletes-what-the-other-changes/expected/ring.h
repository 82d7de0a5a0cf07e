#ifndef RING_H
#define RING_H

struct ring {
    int head;
<<<<<<< local NetBSD
||||||| base Xen 3.1.0
    int tail;
=======
    unsigned tail;
>>>>>>> vendor Xen 3.3.0
};

int ring_size(struct ring *);

#endif
