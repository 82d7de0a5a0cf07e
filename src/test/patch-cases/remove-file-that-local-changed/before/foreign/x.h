int x2;
