@NullMarked
package dev.xenvendor.cvsprogram;

import org.jspecify.annotations.NullMarked;
