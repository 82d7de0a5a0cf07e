/** Tests of {@code adopt}, {@code import} and {@code releases}: sources, vendor branch and tags. */
@NullMarked
package dev.xenvendor.acceptance.release;

import org.jspecify.annotations.NullMarked;
