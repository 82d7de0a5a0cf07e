a
V
