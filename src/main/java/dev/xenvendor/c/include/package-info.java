/**
 * Which headers include which others, and what one compile therefore reads. No CDT, no compiler.
 */
@NullMarked
package dev.xenvendor.c.include;

import org.jspecify.annotations.NullMarked;
