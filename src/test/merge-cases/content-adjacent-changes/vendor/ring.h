#ifndef RING_H
#define RING_H

struct ring {
    int head;
    unsigned tail;
};

int ring_size(struct ring *);

#endif
