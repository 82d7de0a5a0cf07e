/* é */ x86_mfence();
x86_lfence();
/* ÿ */