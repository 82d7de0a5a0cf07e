package dev.xenvendor.cvs;

import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The folder of the headers in a CVS repository, and the part of it at which a working copy begins.
 *
 * <p>A repository has many trees, and a working copy may be of any folder of one. So the tree's
 * root is found by what the folder's name and the prefix have in common: {@code src/sys/arch/xen}
 * and {@code sys/arch/xen/include/xen3-public} make {@code src} the root.
 *
 * @param tree the folder of the repository that is the root of the tree; none where that is the
 *     repository's own root
 * @param start the folder that was named, seen from the root of the tree; none for the root
 * @param prefix the folder of the headers, seen from the root of the tree
 */
public record CvsLocation(Optional<String> tree, Optional<HeaderPath> start, HeaderPath prefix) {

  /**
   * The place that a folder of the repository leads to.
   *
   * @param folder a folder of the repository: the root of a tree, on the way to its headers, or
   *     below
   */
  public static CvsLocation of(String folder, HeaderPath prefix) {
    List<String> parts = parts(folder);
    List<String> wanted = parts(prefix.value());
    int whole = Collections.indexOfSubList(parts, wanted);
    if (whole >= 0) {
      return new CvsLocation(
          joined(parts.subList(0, whole)),
          joined(parts.subList(whole, parts.size())).map(HeaderPath::of),
          prefix);
    }
    for (int shared = Math.min(parts.size(), wanted.size()); shared > 0; shared--) {
      int split = parts.size() - shared;
      if (parts.subList(split, parts.size()).equals(wanted.subList(0, shared))) {
        return new CvsLocation(
            joined(parts.subList(0, split)),
            joined(wanted.subList(0, shared)).map(HeaderPath::of),
            prefix);
      }
    }
    return new CvsLocation(joined(parts), Optional.empty(), prefix);
  }

  /**
   * The folder of the headers in the repository, as {@code cvs import} and {@code rlog} take it.
   */
  public String headers() {
    return tree.map(folder -> folder + '/' + prefix).orElseGet(prefix::value);
  }

  /** A folder of the tree, or its root, as the repository calls it. */
  public String inRepository(Optional<HeaderPath> folder) {
    if (folder.isEmpty()) {
      return tree.orElse(".");
    }
    return tree.map(root -> root + '/' + folder.get()).orElseGet(folder.get()::value);
  }

  /** A path of the tree, seen from the folder that a working copy begins at. */
  public String inWorkingCopy(HeaderPath path) {
    return start.flatMap(path::below).orElse(path).value();
  }

  private static List<String> parts(String folder) {
    List<String> parts = new ArrayList<>();
    for (String part : folder.split("/")) {
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static Optional<String> joined(List<String> parts) {
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
  }
}
