/** Reports of the commands for CVS repositories. */
@NullMarked
package dev.xenvendor.report.cvs;

import org.jspecify.annotations.NullMarked;
