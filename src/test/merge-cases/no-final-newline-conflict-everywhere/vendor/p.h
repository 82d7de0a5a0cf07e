a
b
vendor