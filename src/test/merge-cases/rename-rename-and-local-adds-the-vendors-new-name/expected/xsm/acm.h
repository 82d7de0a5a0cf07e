<<<<<<< local NetBSD
/* Timers of a guest. */

struct timer {
    long expires;
    long period;
};
||||||| base Xen 3.1.0
=======
#ifndef RING_H
#define RING_H

struct ring {
    unsigned head;
    int tail;
};

int ring_size(struct ring *);

#endif
>>>>>>> vendor Xen 3.3.0
