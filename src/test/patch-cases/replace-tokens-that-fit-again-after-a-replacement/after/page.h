PAGED int n;
