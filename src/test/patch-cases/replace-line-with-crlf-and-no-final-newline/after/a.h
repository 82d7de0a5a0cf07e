long a;
int b;
long a;