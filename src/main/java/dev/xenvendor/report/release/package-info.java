/** Reports of {@code adopt}, {@code import}, {@code releases} and {@code status}. */
@NullMarked
package dev.xenvendor.report.release;

import org.jspecify.annotations.NullMarked;
