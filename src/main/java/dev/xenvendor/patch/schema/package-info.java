/**
 * The schema of a kind of change: its keys as data, from which its reader, writer, JSON Schema and
 * documentation are made.
 */
@NullMarked
package dev.xenvendor.patch.schema;

import org.jspecify.annotations.NullMarked;
