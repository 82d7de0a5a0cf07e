first
alike on top
<<<<<<< local NetBSD
mine
||||||| base Xen 3.1.0
old
=======
theirs
>>>>>>> vendor Xen 3.3.0
alike below
last
