xen_mb();
mbx();
mb;
mb(x);
x.mb();
