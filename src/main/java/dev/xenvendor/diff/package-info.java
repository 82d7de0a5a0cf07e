/** Line differences, renames and the similarity of files. */
@NullMarked
package dev.xenvendor.diff;

import org.jspecify.annotations.NullMarked;
