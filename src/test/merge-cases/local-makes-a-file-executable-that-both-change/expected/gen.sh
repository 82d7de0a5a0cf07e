A
b
C
