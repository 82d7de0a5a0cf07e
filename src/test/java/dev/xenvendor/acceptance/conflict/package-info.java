/** Tests of {@code conflicts}, {@code resolve} and the resolutions that are used again. */
@NullMarked
package dev.xenvendor.acceptance.conflict;

import org.jspecify.annotations.NullMarked;
