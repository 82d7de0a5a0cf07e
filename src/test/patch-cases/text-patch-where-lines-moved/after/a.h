/* 1 */
/* 2 */
int a;
int b;
long c;
int d;
/* 3 */
int e;
int f;
int f2;
int g;
int h;
