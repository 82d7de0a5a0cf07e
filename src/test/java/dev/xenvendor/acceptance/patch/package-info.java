/** Tests of local patches: {@code patches}, and what becomes of them in merges. */
@NullMarked
package dev.xenvendor.acceptance.patch;

import org.jspecify.annotations.NullMarked;
