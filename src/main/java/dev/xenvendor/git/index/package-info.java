/** Git's index and the work tree that it describes. */
@NullMarked
package dev.xenvendor.git.index;

import org.jspecify.annotations.NullMarked;
