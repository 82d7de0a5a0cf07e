/** Adapter to git through JGit: the repository as vendor branch, trunk and source. */
@NullMarked
package dev.xenvendor.git;

import org.jspecify.annotations.NullMarked;
