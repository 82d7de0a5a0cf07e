A
b
c
d