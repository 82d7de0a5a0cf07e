A
b
C
d