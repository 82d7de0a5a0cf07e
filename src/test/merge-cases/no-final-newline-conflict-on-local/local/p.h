a
b
local