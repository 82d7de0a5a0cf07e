x86_mfence();
mb();
