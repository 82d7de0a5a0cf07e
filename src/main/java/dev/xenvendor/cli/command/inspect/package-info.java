/** The commands {@code check}, {@code abi} and {@code impact}. */
@NullMarked
package dev.xenvendor.cli.command.inspect;

import org.jspecify.annotations.NullMarked;
