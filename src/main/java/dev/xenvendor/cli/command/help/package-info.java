/** The commands about the program itself: help, manual pages, completion and schemas. */
@NullMarked
package dev.xenvendor.cli.command.help;

import org.jspecify.annotations.NullMarked;
