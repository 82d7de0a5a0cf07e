/**
 * Tests of the command line itself: help, manual pages, completion, and arguments that are wrong.
 */
@NullMarked
package dev.xenvendor.acceptance.help;

import org.jspecify.annotations.NullMarked;
