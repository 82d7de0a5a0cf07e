/** The command line: options in, one domain call, a rendering and an exit code out. */
@NullMarked
package dev.xenvendor.cli;

import org.jspecify.annotations.NullMarked;
