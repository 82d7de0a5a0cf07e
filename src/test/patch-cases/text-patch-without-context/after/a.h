int a;
int b;
int b2;
int c;
int e;
int f;
int g;
int h;
