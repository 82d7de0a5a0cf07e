/* 1 */
/* 2 */
int a;
int b;
int c;
int d;
/* 3 */
int e;
int f;
int g;
int h;
