a
b
vendor
