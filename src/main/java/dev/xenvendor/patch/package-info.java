/** Local patches as functions on header trees, one class for each kind of change. */
@NullMarked
package dev.xenvendor.patch;

import org.jspecify.annotations.NullMarked;
