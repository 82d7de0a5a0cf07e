/** Reports of conflicts and of how they are resolved. */
@NullMarked
package dev.xenvendor.report.conflict;

import org.jspecify.annotations.NullMarked;
