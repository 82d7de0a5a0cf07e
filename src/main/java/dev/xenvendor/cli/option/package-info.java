/** Options and arguments that several commands share. */
@NullMarked
package dev.xenvendor.cli.option;

import org.jspecify.annotations.NullMarked;
