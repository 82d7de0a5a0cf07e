/** Adapter to git through JGit: repositories as vendor branch, trunk and source. */
@NullMarked
package dev.xenvendor.git;

import org.jspecify.annotations.NullMarked;
