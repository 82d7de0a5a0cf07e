/* mb() */ // rmb()
const char *s = "wmb()";
char c = 'mb()';
x86_mfence();
