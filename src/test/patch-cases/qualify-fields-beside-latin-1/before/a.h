#ifndef A_H
#define A_H

/* Jörg's § */
struct page {
  /* größe */ unsigned int cons; /* ü */
  char text[sizeof "ä"];
};

#endif
