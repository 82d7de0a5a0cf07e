/** Tests of {@code merge} and {@code update}. */
@NullMarked
package dev.xenvendor.acceptance.merge;

import org.jspecify.annotations.NullMarked;
