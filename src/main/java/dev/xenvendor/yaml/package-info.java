/** The files users write: YAML with positions, every scalar taken as written. */
@NullMarked
package dev.xenvendor.yaml;

import org.jspecify.annotations.NullMarked;
