#define PUSH(r) do {	\
    wmb(); /* wmb() first */	\
    (r)->prod = (r)->next;	\
} while (0)

static inline void both(void)
{
    mb(); rmb();
}
