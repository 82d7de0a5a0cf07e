/** The code that uses the headers: its files, and the interface version that it requests. */
@NullMarked
package dev.xenvendor.impact.consumer;

import org.jspecify.annotations.NullMarked;
