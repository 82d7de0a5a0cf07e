/**
 * The use cases {@code merge --save} and {@code merge --resume}: a merge handed to another clone.
 */
@NullMarked
package dev.xenvendor.handover;

import org.jspecify.annotations.NullMarked;
