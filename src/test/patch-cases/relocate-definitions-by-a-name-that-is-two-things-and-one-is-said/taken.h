struct ours { int b; };
