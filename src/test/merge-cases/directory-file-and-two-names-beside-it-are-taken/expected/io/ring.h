#ifndef RING_H
#define RING_H

struct ring {
    int head;
    int tail;
};

int ring_size(struct ring *);

#endif
