/** The system's C compiler: whether headers compile, and the layout of their types. */
@NullMarked
package dev.xenvendor.c.compiler;

import org.jspecify.annotations.NullMarked;
