/** The pure three-way merge: three trees in, one tree and its conflicts out. */
@NullMarked
package dev.xenvendor.merge;

import org.jspecify.annotations.NullMarked;
