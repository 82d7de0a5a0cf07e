x86_mfence();
x86_mfence();
