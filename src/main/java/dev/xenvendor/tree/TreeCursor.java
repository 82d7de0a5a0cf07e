package dev.xenvendor.tree;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place in a tree, for going through two of them side by side. */
final class TreeCursor {

  private final Iterator<Map.Entry<HeaderPath, HeaderFile>> rest;
  private Map.@Nullable Entry<HeaderPath, HeaderFile> now;

  TreeCursor(HeaderTree tree) {
    rest = tree.files().entrySet().iterator();
    move();
  }

  void move() {
    now = rest.hasNext() ? rest.next() : null;
  }

  boolean isAtFile() {
    return now != null;
  }

  HeaderPath path() {
    return Objects.requireNonNull(now).getKey();
  }

  HeaderFile file() {
    return Objects.requireNonNull(now).getValue();
  }

  /** Which of two is at the earlier path, as a comparator tells; the end comes after all. */
  int order(TreeCursor other) {
    if (now == null || other.now == null) {
      return Boolean.compare(now == null, other.now == null);
    }
    return path().compareTo(other.path());
  }
}
