/* Rings. */
int ring;
