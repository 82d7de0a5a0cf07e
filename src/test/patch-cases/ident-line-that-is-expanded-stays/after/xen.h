/*	$NetBSD: xen.h,v 1.3 2008/08/20 11:46:14 who Exp $	*/
int xen;
