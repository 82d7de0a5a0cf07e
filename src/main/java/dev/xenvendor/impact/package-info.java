/**
 * The benefits and costs of a release for the code that uses the headers: the interfaces of
 * releases as recorded facts, and the consumers, token by token.
 */
@NullMarked
package dev.xenvendor.impact;

import org.jspecify.annotations.NullMarked;
