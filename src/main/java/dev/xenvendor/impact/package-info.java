/**
 * What a release brings to the code that uses the headers, and what it costs it: the interfaces of
 * releases as recorded facts, and the consumers, token by token.
 */
@NullMarked
package dev.xenvendor.impact;

import org.jspecify.annotations.NullMarked;
