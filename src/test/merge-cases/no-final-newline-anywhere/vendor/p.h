a
b
C
d