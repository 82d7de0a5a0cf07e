/** Reports of {@code check}: text, SARIF, JUnit XML, GitHub annotations and Markdown. */
@NullMarked
package dev.xenvendor.report.check;

import org.jspecify.annotations.NullMarked;
