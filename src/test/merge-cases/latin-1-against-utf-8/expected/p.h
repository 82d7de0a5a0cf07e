<<<<<<< local NetBSD
/* MÃ¼ller */
int a;
||||||| base Xen 3.1.0
/* Müller */
int a;
=======
/* Müller */
int b;
>>>>>>> vendor Xen 3.3.0
