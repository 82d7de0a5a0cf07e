/** Reports of the local patches, their states and the residue. */
@NullMarked
package dev.xenvendor.report.patch;

import org.jspecify.annotations.NullMarked;
