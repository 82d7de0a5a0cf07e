/* Timers of a guest. */

<<<<<<< local NetBSD
struct ring {
    unsigned head;
    int tail;
||||||| base Xen 3.1.0
struct ring {
    int head;
    int tail;
=======
struct timer {
    long expires;
    long period;
>>>>>>> vendor Xen 3.3.0
};
