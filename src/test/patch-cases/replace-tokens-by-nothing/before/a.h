struct a { int b; } __packed;
