<<<<<<< local NetBSD
/* $NetBSD: p.h,v 1.2 2008/08/20 11:46:14 who Exp $ */
/* Ports. */
||||||| base Xen 3.1.0
/* Ports. */
=======
/* Event ports. */
>>>>>>> vendor Xen 3.3.0
int a;
int b;
int c;
