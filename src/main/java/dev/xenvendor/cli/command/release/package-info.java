/** The commands {@code adopt}, {@code import}, {@code releases} and {@code status}. */
@NullMarked
package dev.xenvendor.cli.command.release;

import org.jspecify.annotations.NullMarked;
