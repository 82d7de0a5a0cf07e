/**
 * Local patches, which are functions on header trees: what a change is, its application, and the
 * kinds of change that the application itself must know.
 */
@NullMarked
package dev.xenvendor.patch;

import org.jspecify.annotations.NullMarked;
