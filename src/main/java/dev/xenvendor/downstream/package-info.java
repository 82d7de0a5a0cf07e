/**
 * The downstream tree (trunk): its equation P(pristine) + residue, the record of merged releases
 * and the merge base.
 */
@NullMarked
package dev.xenvendor.downstream;

import org.jspecify.annotations.NullMarked;
