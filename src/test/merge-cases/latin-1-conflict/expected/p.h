<<<<<<< local NetBSD
/* Müller, Çelik */
||||||| base Xen 3.1.0
/* Müller */
=======
/* Möller */
>>>>>>> vendor Xen 3.3.0
int a;
