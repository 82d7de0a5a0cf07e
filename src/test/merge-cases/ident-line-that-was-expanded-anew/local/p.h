/* $NetBSD: p.h,v 1.2 2008/08/20 11:46:14 who Exp $ */
/* Ports. */
int a;
int b;
int c;
