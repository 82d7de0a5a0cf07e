int a;
int b;
long c;
int d;
int e;
int f;
int g;
int h;
