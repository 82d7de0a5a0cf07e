/**
 * Tests of the program as a guest of git: its configuration, its hooks and its kinds of
 * repositories.
 */
@NullMarked
package dev.xenvendor.acceptance.git;

import org.jspecify.annotations.NullMarked;
