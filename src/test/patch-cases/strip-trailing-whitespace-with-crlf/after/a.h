int a;
int b;

