/**
 * The use case {@code conflicts}: the conflicts of a merge, their causes, and what could resolve
 * them.
 */
@NullMarked
package dev.xenvendor.conflict;

import org.jspecify.annotations.NullMarked;
