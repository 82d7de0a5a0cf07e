/** Tests of the commands {@code cvs …} on real CVS repositories. */
@NullMarked
package dev.xenvendor.acceptance.cvs;

import org.jspecify.annotations.NullMarked;
