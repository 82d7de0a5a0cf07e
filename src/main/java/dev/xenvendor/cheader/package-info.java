/**
 * C headers: cut into tokens, read into definitions (Eclipse CDT behind one class), and measured by
 * the system's own compiler.
 */
@NullMarked
package dev.xenvendor.cheader;

import org.jspecify.annotations.NullMarked;
