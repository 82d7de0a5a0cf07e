A
b
c
