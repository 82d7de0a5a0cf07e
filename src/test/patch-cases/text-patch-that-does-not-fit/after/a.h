int a;
int b;
int c;
int d;
int e;
long f;
int g;
int h;
