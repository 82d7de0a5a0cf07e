/** What fits at the cursor of a command line that is being typed. */
@NullMarked
package dev.xenvendor.cli.completion;

import org.jspecify.annotations.NullMarked;
