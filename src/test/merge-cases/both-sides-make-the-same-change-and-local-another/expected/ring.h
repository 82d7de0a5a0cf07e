#ifndef RING_H
#define RING_H

struct ring {
    unsigned head;
    int tail;
};

long ring_size(struct ring *);

#endif
