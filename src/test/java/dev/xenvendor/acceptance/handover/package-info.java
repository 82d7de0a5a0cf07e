/** Tests of {@code merge --save} and {@code merge --resume}. */
@NullMarked
package dev.xenvendor.acceptance.handover;

import org.jspecify.annotations.NullMarked;
