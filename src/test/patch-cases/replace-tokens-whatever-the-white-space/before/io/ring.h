mb ( );
mb(
);
mb(/* now */);
m\
b();
