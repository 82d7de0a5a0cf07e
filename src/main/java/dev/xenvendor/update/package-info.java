/** The use case {@code merge}: plans the merge of a release into trunk and carries it out. */
@NullMarked
package dev.xenvendor.update;

import org.jspecify.annotations.NullMarked;
