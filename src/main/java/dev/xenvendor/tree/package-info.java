/** Files, paths and trees as bytes, and the git object ids that identify them. */
@NullMarked
package dev.xenvendor.tree;

import org.jspecify.annotations.NullMarked;
