/* Müller */
int b;
