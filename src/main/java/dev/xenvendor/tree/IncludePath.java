package dev.xenvendor.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths as includes and compilers write them, with {@code .} and {@code ..} in them. */
public final class IncludePath {

  private IncludePath() {}

  /** The same path without them; empty when it leaves the tree or names nothing in it. */
  public static Optional<HeaderPath> normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    try {
      return Optional.of(HeaderPath.of(String.join("/", parts)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
