@NullMarked
package dev.xenvendor.cvs;

import org.jspecify.annotations.NullMarked;
