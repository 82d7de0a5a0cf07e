/* Möller */
int a;
