/* $NetBSD$ */
/* Rings. */
int ring;
