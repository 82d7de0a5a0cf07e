/** Standard output and error, progress, exit codes and report files. */
@NullMarked
package dev.xenvendor.cli.console;

import org.jspecify.annotations.NullMarked;
