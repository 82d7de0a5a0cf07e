/** The use case {@code adopt}: takes over an existing copy of the headers. */
@NullMarked
package dev.xenvendor.adopt;

import org.jspecify.annotations.NullMarked;
