/** The use cases {@code conflicts}, {@code resolve} and {@code merge --continue}. */
@NullMarked
package dev.xenvendor.conflict;

import org.jspecify.annotations.NullMarked;
