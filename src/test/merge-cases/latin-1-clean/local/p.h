/* Müller, Çelik */

int a;

int b;
