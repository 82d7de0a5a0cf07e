/* Event ports. */
int a;
int b;
int c;
