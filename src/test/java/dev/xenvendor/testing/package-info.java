/** What tests of several packages share. */
@NullMarked
package dev.xenvendor.testing;

import org.jspecify.annotations.NullMarked;
