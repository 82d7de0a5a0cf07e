/* Has only a word for UINT32. */
