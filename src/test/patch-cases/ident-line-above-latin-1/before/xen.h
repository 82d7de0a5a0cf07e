/* Jörg */
int xen;