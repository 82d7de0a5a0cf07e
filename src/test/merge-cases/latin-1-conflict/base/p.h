/* Müller */
int a;
