/** The program itself: wires the adapters to the commands. */
@NullMarked
package dev.xenvendor;

import org.jspecify.annotations.NullMarked;
