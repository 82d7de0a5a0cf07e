/** What can go wrong through no bug of ours: one exception, with the next step to take. */
@NullMarked
package dev.xenvendor.problem;

import org.jspecify.annotations.NullMarked;
