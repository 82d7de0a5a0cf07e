/** The commands {@code conflicts}, {@code resolve} and {@code resolutions}. */
@NullMarked
package dev.xenvendor.cli.command.conflict;

import org.jspecify.annotations.NullMarked;
