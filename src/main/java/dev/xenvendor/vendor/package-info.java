/** A vendor, its releases and their manifests, and how a release reaches the vendor branch. */
@NullMarked
package dev.xenvendor.vendor;

import org.jspecify.annotations.NullMarked;
