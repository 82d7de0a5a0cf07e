/** Reports of {@code merge}, {@code update} and {@code merge-trees}. */
@NullMarked
package dev.xenvendor.report.merge;

import org.jspecify.annotations.NullMarked;
