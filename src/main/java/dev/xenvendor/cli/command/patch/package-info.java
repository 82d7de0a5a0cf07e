/** The command {@code patches} and its subcommands. */
@NullMarked
package dev.xenvendor.cli.command.patch;

import org.jspecify.annotations.NullMarked;
