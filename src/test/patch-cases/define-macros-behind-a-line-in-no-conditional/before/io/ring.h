int a;
#define xen_wmb() wmb()
int b;
