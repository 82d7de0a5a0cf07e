/** C definitions that are cut out of a vendor header and inserted into an MD header. */
@NullMarked
package dev.xenvendor.patch.definition;

import org.jspecify.annotations.NullMarked;
