/* $NetBSD$ */
