@NullMarked
package dev.xenvendor.abi;

import org.jspecify.annotations.NullMarked;
