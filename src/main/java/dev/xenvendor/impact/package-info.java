/**
 * The benefits and costs of a release for the code that uses the headers, searched token by token.
 */
@NullMarked
package dev.xenvendor.impact;

import org.jspecify.annotations.NullMarked;
