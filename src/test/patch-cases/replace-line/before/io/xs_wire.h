int a;
static struct xsd_errors xsd_errors[]
= { 0 };
