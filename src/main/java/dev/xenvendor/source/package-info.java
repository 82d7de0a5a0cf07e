/** Archives and directories, as sources of releases and of configuration. */
@NullMarked
package dev.xenvendor.source;

import org.jspecify.annotations.NullMarked;
