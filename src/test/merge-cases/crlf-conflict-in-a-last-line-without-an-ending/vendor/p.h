a
b
vendor