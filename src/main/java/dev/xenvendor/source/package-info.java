/** Where a release comes from: archives and directories, and choosing among the kinds of source. */
@NullMarked
package dev.xenvendor.source;

import org.jspecify.annotations.NullMarked;
