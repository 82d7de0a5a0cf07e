#define PUSH(r) do {	\
    x86_sfence(); /* wmb() first */	\
    (r)->prod = (r)->next;	\
} while (0)

static inline void both(void)
{
    x86_mfence(); x86_lfence();
}
