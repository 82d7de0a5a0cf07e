#ifndef A_H
#define A_H

#define PAGE(name) struct name { unsigned int cons; }

PAGE(page);

#endif
