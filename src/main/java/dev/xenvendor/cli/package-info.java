/**
 * The program on the command line: parses the arguments, runs one command, and prints every error.
 */
@NullMarked
package dev.xenvendor.cli;

import org.jspecify.annotations.NullMarked;
