a
b
local