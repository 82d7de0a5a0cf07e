int a; 	
 	 
/* Jörg */ 

int b;  