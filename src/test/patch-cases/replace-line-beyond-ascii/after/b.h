/* café */
