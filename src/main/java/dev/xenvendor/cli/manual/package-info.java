/** Help texts and manual pages, made from the same model. */
@NullMarked
package dev.xenvendor.cli.manual;

import org.jspecify.annotations.NullMarked;
