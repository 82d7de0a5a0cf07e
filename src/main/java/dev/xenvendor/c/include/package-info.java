/**
 * The includes between headers, and the files that one compile therefore reads. No CDT, no
 * compiler.
 */
@NullMarked
package dev.xenvendor.c.include;

import org.jspecify.annotations.NullMarked;
