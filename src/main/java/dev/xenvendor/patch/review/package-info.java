/**
 * The state of every local patch in the downstream tree, and its upkeep: refresh, apply, retire,
 * export and verify.
 */
@NullMarked
package dev.xenvendor.patch.review;

import org.jspecify.annotations.NullMarked;
