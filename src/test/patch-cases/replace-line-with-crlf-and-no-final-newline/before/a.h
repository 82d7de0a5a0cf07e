int a;
int b;
int a;