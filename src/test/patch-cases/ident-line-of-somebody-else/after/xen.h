/* $NetBSD$ */
/* $NetBSDish$ */
/* $NetBSD$ */
int xen;
