#ifndef RING_H
#define RING_H
#ifdef A
# if B
#define xen_wmb() wmb()
# else
int b;
# endif
int a;
#endif
int ring;
#endif
