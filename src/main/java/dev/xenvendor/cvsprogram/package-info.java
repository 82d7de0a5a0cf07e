/** The ports of {@code cvs}, implemented by running the {@code cvs} program. */
@NullMarked
package dev.xenvendor.cvsprogram;

import org.jspecify.annotations.NullMarked;
