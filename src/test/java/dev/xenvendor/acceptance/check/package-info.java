/** Tests of {@code check}: its rules, its settings, and headers that it has never seen. */
@NullMarked
package dev.xenvendor.acceptance.check;

import org.jspecify.annotations.NullMarked;
