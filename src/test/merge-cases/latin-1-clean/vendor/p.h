/* Müller */

int a;

int b; /* größer */
