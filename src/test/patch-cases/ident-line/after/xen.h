/* $NetBSD$ */
int xen;
