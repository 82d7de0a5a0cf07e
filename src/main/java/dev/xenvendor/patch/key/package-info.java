/**
 * The keys that a kind of change is declared with, as data: reader, writer, schema and
 * documentation are made from it.
 */
@NullMarked
package dev.xenvendor.patch.key;

import org.jspecify.annotations.NullMarked;
