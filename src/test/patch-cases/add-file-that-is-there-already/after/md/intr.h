int intr;
