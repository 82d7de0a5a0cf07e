#ifndef RING_H
#define RING_H

#if VERSION < 0x0209
#define xen_mb()  mb()
#define xen_wmb() wmb()
#endif

int ring;
#endif
