/** The pure three-way merge: three header trees in, one tree and the conflicts out. */
@NullMarked
package dev.xenvendor.merge;

import org.jspecify.annotations.NullMarked;
