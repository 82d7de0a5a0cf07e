/**
 * The use cases {@code merge} and {@code update}: plans the merge of a release into trunk, imported
 * before or in the same run, and carries it out.
 */
@NullMarked
package dev.xenvendor.update;

import org.jspecify.annotations.NullMarked;
