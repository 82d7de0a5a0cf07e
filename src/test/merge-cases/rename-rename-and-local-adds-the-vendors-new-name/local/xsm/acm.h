/* Timers of a guest. */

struct timer {
    long expires;
    long period;
};
