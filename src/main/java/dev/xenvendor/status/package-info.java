/** The use case {@code status}. */
@NullMarked
package dev.xenvendor.status;

import org.jspecify.annotations.NullMarked;
