first
alike on top
mine
alike below
last
