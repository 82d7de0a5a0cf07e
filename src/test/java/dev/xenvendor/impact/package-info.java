/** Tests of what a release brings and costs. */
@NullMarked
package dev.xenvendor.impact;

import org.jspecify.annotations.NullMarked;
