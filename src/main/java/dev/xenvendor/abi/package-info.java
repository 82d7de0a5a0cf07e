/** What headers promise to those who include them, and how two releases differ in it. */
@NullMarked
package dev.xenvendor.abi;

import org.jspecify.annotations.NullMarked;
