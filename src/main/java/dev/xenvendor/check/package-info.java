/** The use case {@code check}: runs the rules and reports findings. */
@NullMarked
package dev.xenvendor.check;

import org.jspecify.annotations.NullMarked;
