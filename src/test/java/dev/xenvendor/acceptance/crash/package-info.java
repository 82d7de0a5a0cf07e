/** Tests with killed programs, full disks, lost power and concurrent runs. */
@NullMarked
package dev.xenvendor.acceptance.crash;

import org.jspecify.annotations.NullMarked;
