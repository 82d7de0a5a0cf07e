struct a { int b; } ;
