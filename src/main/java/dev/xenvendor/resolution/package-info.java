/** Resolutions of conflicts that are kept, so that a later merge uses them again. */
@NullMarked
package dev.xenvendor.resolution;

import org.jspecify.annotations.NullMarked;
