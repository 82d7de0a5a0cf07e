AA
b
c