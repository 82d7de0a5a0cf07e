package dev.xenvendor.c.include;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.IncludePath;
import java.util.Optional;

/**
 * A folder in which an include directive finds headers.
 *
 * @param spelling how such includes begin: with {@code xen} the header {@code <xen/io/ring.h>} is
 *     {@code io/ring.h} of the folder; empty where the folder is searched as it is
 * @param folder the folder of the header tree; empty for the tree's root
 */
public record IncludeRoot(Optional<HeaderPath> spelling, Optional<HeaderPath> folder) {

  /** A folder that is searched as it is, as with the compiler's {@code -I}. */
  public static IncludeRoot at(HeaderPath folder) {
    return new IncludeRoot(Optional.empty(), Optional.of(folder));
  }

  /** A folder that includes know by another name. */
  public static IncludeRoot named(String spelling, Optional<HeaderPath> folder) {
    return new IncludeRoot(Optional.of(HeaderPath.of(spelling)), folder);
  }

  /** The file of the tree that an include finds here, which need not exist. */
  public Optional<HeaderPath> find(String included) {
    return IncludePath.normal(included)
        .flatMap(path -> spelling.map(path::below).orElse(Optional.of(path)))
        .map(rest -> folder.map(f -> f.resolve(rest)).orElse(rest));
  }
}
