a
L
