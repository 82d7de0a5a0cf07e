A
b
c
d
