a
=======
<<<<<<< local NetBSD
B1
||||||| base Xen 3.1.0
b
=======
B2
>>>>>>> vendor Xen 3.3.0
c
