/** Local patches: an operating system's declared changes, as functions on header trees. */
@NullMarked
package dev.xenvendor.patch;

import org.jspecify.annotations.NullMarked;
