package dev.xenvendor.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Returns the path, then what is left of it without its first folder, without its second, … */
  public static Stream<HeaderPath> suffixes(String path) {
    return Stream.iterate(
            Optional.of(path),
            Optional::isPresent,
            rest -> rest.filter(r -> r.contains("/")).map(r -> r.substring(r.indexOf('/') + 1)))
        .flatMap(rest -> rest.flatMap(IncludePath::normal).stream());
  }
}
