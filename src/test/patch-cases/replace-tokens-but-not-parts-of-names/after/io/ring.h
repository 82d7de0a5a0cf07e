xen_mb();
mbx();
mb;
mb(x);
x.x86_mfence();
