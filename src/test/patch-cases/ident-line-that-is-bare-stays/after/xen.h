// $NetBSD$
int xen;
