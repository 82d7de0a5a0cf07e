/** The command {@code cvs} and its subcommands. */
@NullMarked
package dev.xenvendor.cli.command.cvs;

import org.jspecify.annotations.NullMarked;
