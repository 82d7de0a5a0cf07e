<<<<<<< local NetBSD
echo two
||||||| base Xen 3.1.0
echo one
=======
echo three
>>>>>>> vendor Xen 3.3.0
