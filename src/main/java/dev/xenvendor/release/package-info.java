/** Releases of the vendor: their source, manifests, import, pinning and verification. */
@NullMarked
package dev.xenvendor.release;

import org.jspecify.annotations.NullMarked;
