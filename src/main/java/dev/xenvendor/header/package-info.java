/** Headers as bytes: paths, files, trees, and the git object names that identify them. */
@NullMarked
package dev.xenvendor.header;

import org.jspecify.annotations.NullMarked;
