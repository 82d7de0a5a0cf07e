int upstream;
