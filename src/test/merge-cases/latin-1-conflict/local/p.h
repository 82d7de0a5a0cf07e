/* Müller, Çelik */
int a;
