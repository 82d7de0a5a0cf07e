@NullMarked
package dev.xenvendor.cheader;

import org.jspecify.annotations.NullMarked;
