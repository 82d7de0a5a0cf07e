int xen;
