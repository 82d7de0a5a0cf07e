/** The text of a header that is edited: lines, directives and brackets. */
@NullMarked
package dev.xenvendor.patch.text;

import org.jspecify.annotations.NullMarked;
