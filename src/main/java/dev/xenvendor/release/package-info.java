/** Releases of the vendor: their source, and the manifest that pins the content of each. */
@NullMarked
package dev.xenvendor.release;

import org.jspecify.annotations.NullMarked;
