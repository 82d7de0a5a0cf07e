<<<<<<< local NetBSD
A
||||||| base Xen 3.1.0
a
=======
AA
>>>>>>> vendor Xen 3.3.0
b
c