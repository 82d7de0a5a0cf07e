/**
 * Releases of the vendor: manifests, import, pinning, verification and the search for a baseline.
 */
@NullMarked
package dev.xenvendor.release;

import org.jspecify.annotations.NullMarked;
