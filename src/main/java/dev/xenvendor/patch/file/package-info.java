/** The YAML files in which local patches are declared: reading and writing. */
@NullMarked
package dev.xenvendor.patch.file;

import org.jspecify.annotations.NullMarked;
