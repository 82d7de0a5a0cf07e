/** Reports of conflicts and of how they are settled. */
@NullMarked
package dev.xenvendor.report.conflict;

import org.jspecify.annotations.NullMarked;
