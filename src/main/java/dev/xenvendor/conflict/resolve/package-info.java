/**
 * The use cases {@code resolve} and {@code merge --continue}: conflicts are resolved, one by one,
 * and what was resolved is recorded.
 */
@NullMarked
package dev.xenvendor.conflict.resolve;

import org.jspecify.annotations.NullMarked;
