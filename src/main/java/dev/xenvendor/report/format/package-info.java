/** The output formats that every report shares: text and JSON. */
@NullMarked
package dev.xenvendor.report.format;

import org.jspecify.annotations.NullMarked;
