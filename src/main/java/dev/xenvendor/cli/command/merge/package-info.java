/** The commands {@code merge}, {@code update} and {@code merge-trees}. */
@NullMarked
package dev.xenvendor.cli.command.merge;

import org.jspecify.annotations.NullMarked;
