a
b
<<<<<<< local NetBSD
c
||||||| base Xen 3.1.0
c
=======
vendor
>>>>>>> vendor Xen 3.3.0
