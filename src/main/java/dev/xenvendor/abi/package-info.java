/** The interface that headers give to their consumers, and its differences between two releases. */
@NullMarked
package dev.xenvendor.abi;

import org.jspecify.annotations.NullMarked;
