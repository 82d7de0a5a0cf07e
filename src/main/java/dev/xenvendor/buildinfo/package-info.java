/** The facts that the build recorded about the program: its version, its commit and its address. */
@NullMarked
package dev.xenvendor.buildinfo;

import org.jspecify.annotations.NullMarked;
