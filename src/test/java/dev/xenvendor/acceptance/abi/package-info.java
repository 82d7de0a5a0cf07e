/**
 * Tests of {@code abi} and {@code impact}: what a release changes for the code that uses the
 * headers.
 */
@NullMarked
package dev.xenvendor.acceptance.abi;

import org.jspecify.annotations.NullMarked;
