/** The tree under inspection and the findings about it: what the rules share. */
@NullMarked
package dev.xenvendor.check.inspection;

import org.jspecify.annotations.NullMarked;
