/** C headers parsed into definitions, by Eclipse CDT. */
@NullMarked
package dev.xenvendor.c.parse;

import org.jspecify.annotations.NullMarked;
