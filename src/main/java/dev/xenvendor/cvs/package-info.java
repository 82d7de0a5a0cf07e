/** Releases in a CVS repository: tags, plan and import, with ports for the repository. */
@NullMarked
package dev.xenvendor.cvs;

import org.jspecify.annotations.NullMarked;
