/* mb() */ // rmb()
const char *s = "wmb()";
char c = 'mb()';
mb();
