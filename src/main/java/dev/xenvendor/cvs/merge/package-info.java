/** The merge of a release in a CVS working copy. */
@NullMarked
package dev.xenvendor.cvs.merge;

import org.jspecify.annotations.NullMarked;
