A
b
c