/** The command {@code demo} and the sample that it unpacks. */
@NullMarked
package dev.xenvendor.cli.command.demo;

import org.jspecify.annotations.NullMarked;
