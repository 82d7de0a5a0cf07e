/* $NetBSD$ */
/* Jörg */
int xen;