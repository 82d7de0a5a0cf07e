first
old
last
