/** The rules of {@code check}, one class for each. */
@NullMarked
package dev.xenvendor.check.rule;

import org.jspecify.annotations.NullMarked;
