/** Completion: the words that fit at the cursor of a command line. */
@NullMarked
package dev.xenvendor.cli.completion;

import org.jspecify.annotations.NullMarked;
