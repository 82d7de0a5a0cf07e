/** The checks that decide the rules of {@code check}. One check may decide several rules. */
@NullMarked
package dev.xenvendor.check.rule;

import org.jspecify.annotations.NullMarked;
