a
<<<<<<< local NetBSD
L
||||||| base Xen 3.1.0
=======
V
>>>>>>> vendor Xen 3.3.0
