/* $NetBSDish$ */
/* $NetBSD$ */
int xen;
