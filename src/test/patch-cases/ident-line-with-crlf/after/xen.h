/* $NetBSD$ */
int xen;
int b;
