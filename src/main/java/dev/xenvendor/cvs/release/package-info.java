/** Releases in a CVS repository: survey, plan and import. */
@NullMarked
package dev.xenvendor.cvs.release;

import org.jspecify.annotations.NullMarked;
