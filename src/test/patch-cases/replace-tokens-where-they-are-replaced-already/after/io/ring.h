x86_mfence();
