/**
 * Proposals of local patches for the residue: what {@code patches new} writes, and how durable it
 * is.
 */
@NullMarked
package dev.xenvendor.patch.propose;

import org.jspecify.annotations.NullMarked;
