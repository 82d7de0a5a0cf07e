/** The HTML page of {@code --report html=FILE}: one section for each result of a run. */
@NullMarked
package dev.xenvendor.report.html;

import org.jspecify.annotations.NullMarked;
