one
two
three
four
five
6
