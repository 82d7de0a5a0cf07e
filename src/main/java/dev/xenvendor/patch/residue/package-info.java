/** Residue: what is left of the difference of trunk from pristine without the local patches. */
@NullMarked
package dev.xenvendor.patch.residue;

import org.jspecify.annotations.NullMarked;
