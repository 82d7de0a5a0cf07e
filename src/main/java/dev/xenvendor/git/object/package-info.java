/** Reading and writing git objects. */
@NullMarked
package dev.xenvendor.git.object;

import org.jspecify.annotations.NullMarked;
