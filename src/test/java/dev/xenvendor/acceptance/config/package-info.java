/** Tests of the configuration: vendor.yaml, the declarations, and the mistakes in them. */
@NullMarked
package dev.xenvendor.acceptance.config;

import org.jspecify.annotations.NullMarked;
