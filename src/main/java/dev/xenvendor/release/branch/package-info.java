/**
 * The vendor branch: the releases on it and their tags, the import of a release, and the
 * verification of all.
 */
@NullMarked
package dev.xenvendor.release.branch;

import org.jspecify.annotations.NullMarked;
