a b a
