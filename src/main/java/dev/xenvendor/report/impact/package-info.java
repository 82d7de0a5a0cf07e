/** Reports of {@code abi} and {@code impact}: how two releases differ, and what that costs. */
@NullMarked
package dev.xenvendor.report.impact;

import org.jspecify.annotations.NullMarked;
