/**
 * The operating system's own tree: taking it over, merging a release into it, settling conflicts.
 */
@NullMarked
package dev.xenvendor.trunk;

import org.jspecify.annotations.NullMarked;
