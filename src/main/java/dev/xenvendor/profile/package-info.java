/**
 * The content of vendor.yaml: the vendor, its releases' names and tags, and the settings of checks.
 */
@NullMarked
package dev.xenvendor.profile;

import org.jspecify.annotations.NullMarked;
