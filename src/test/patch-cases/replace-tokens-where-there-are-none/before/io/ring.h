/* mb() */
int a;
