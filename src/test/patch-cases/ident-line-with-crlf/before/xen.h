int xen;
int b;
