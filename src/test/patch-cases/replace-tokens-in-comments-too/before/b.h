/* Has only a word for uint32_t. */
