#ifndef A_H
#define A_H

/* Jörg's § */
struct page {
  /* größe */ volatile unsigned int cons; /* ü */
  volatile char text[sizeof "ä"];
};

#endif
