/** Errors that are not bugs of the program: one exception, with a hint for the user. */
@NullMarked
package dev.xenvendor.problem;

import org.jspecify.annotations.NullMarked;
