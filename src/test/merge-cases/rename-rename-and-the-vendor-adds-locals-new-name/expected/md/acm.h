<<<<<<< local NetBSD
#ifndef RING_H
#define RING_H

struct ring {
    unsigned head;
    int tail;
};

int ring_size(struct ring *);

#endif
||||||| base Xen 3.1.0
=======
/* Timers of a guest. */

struct timer {
    long expires;
    long period;
};
>>>>>>> vendor Xen 3.3.0
