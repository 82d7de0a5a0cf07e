package dev.xenvendor.patch.definition;

import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;

/** The path of an MD header, which a patch may write relative to the headers' own folder. */
public final class MdHeaderPath {

  private static final String UP = "../";

  private MdHeaderPath() {}

  /** The path from the tree's root. */
  public static HeaderPath of(String written, HeaderPath prefix) {
    if (!written.startsWith(UP)) {
      return HeaderPath.of(written);
    }
    Optional<HeaderPath> folder = Optional.of(prefix);
    String rest = written;
    while (rest.startsWith(UP)) {
      if (folder.isEmpty()) {
        throw new IllegalArgumentException(written + " leads out of the tree");
      }
      folder = folder.flatMap(HeaderPath::parent);
      rest = rest.substring(UP.length());
    }
    String name = rest;
    return folder.map(f -> f.resolve(name)).orElseGet(() -> HeaderPath.of(name));
  }

  /** Returns how a file includes another one, both seen from the tree's root. */
  public static String include(HeaderPath from, HeaderPath to) {
    Optional<HeaderPath> folder = from.parent();
    StringBuilder up = new StringBuilder();
    while (folder.isPresent() && !to.isBelow(folder.get())) {
      up.append(UP);
      folder = folder.get().parent();
    }
    return up + folder.flatMap(to::below).orElse(to).value();
  }
}
