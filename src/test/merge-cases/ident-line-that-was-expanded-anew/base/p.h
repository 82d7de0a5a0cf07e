/* $NetBSD$ */
/* Ports. */
int a;
int b;
int c;
