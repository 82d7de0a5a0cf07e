/**
 * C at the level of tokens, directives and conditionals. No macro is expanded, no file included.
 */
@NullMarked
package dev.xenvendor.c.token;

import org.jspecify.annotations.NullMarked;
