mb();
