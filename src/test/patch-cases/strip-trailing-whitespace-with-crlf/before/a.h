int a; 
int b;
	
