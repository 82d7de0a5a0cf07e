a
<<<<<<< local NetBSD
B1
||||||| base Xen 3.1.0
b
=======
B2
>>>>>>> vendor Xen 3.3.0
c
d
e
F2
g
h
i
<<<<<<< local NetBSD
J1
||||||| base Xen 3.1.0
j
=======
J2
>>>>>>> vendor Xen 3.3.0
k
