/** Rules and findings: whether a tree is the release and its local patches, and still fits. */
@NullMarked
package dev.xenvendor.check;

import org.jspecify.annotations.NullMarked;
