/** A CVS repository and its tags. The ports of the CVS side. */
@NullMarked
package dev.xenvendor.cvs;

import org.jspecify.annotations.NullMarked;
