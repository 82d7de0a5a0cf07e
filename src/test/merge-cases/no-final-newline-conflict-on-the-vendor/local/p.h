a
b
local
