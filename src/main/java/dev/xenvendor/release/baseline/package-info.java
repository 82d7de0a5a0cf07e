/** The search for the release that a tree's headers come from. */
@NullMarked
package dev.xenvendor.release.baseline;

import org.jspecify.annotations.NullMarked;
