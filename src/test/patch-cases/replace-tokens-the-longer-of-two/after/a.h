y x
