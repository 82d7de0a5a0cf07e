int intr2;
