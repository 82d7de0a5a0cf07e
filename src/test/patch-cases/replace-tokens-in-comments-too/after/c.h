/* Has only a word for UINT32 already. */
