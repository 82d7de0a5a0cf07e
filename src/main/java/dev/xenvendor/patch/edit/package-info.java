/** The kinds of change that edit one header at a time. */
@NullMarked
package dev.xenvendor.patch.edit;

import org.jspecify.annotations.NullMarked;
