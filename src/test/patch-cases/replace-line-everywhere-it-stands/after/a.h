long a;
 int a;
long a;
