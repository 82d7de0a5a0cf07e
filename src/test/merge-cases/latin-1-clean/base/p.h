/* Müller */

int a;

int b;
