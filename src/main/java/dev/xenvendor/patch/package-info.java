/**
 * Local patches, which are functions on header trees: the kinds of change and their application.
 */
@NullMarked
package dev.xenvendor.patch;

import org.jspecify.annotations.NullMarked;
