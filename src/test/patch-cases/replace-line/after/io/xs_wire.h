int a;
static const struct xsd_errors xsd_errors[]
= { 0 };
