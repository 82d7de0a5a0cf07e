package dev.xenvendor.c.include;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.IncludePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the header that an include directive names.
 *
 * @param exists whether there is a header at a path
 * @param elsewhere where to look for a name that is not beside the including header, best first
 */
public record IncludeSearch(
    Predicate<HeaderPath> exists, Function<String, Stream<HeaderPath>> elsewhere) {

  /** Looks beside the including header only. */
  public static IncludeSearch beside(Predicate<HeaderPath> exists) {
    return new IncludeSearch(exists, name -> Stream.empty());
  }

  /** Looks in include roots, as a compiler does. */
  public static IncludeSearch in(List<IncludeRoot> roots, Predicate<HeaderPath> exists) {
    return new IncludeSearch(
        exists, name -> roots.stream().flatMap(root -> root.find(name).stream()));
  }

  /**
   * Returns the header.
   *
   * @param spelled the name with its quotes or angle brackets
   * @param from the including header; empty for a text that is in no folder
   */
  public Optional<HeaderPath> find(String spelled, Optional<HeaderPath> from) {
    String name = name(spelled);
    String folder = from.flatMap(HeaderPath::parent).map(f -> f.value() + '/').orElse("");
    return Optional.of(folder + name)
        .filter(path -> spelled.startsWith("\""))
        .flatMap(IncludePath::normal)
        .filter(exists)
        .or(() -> elsewhere.apply(name).filter(exists).findFirst());
  }

  /** Returns a name without its quotes or angle brackets. */
  static String name(String spelled) {
    return spelled.substring(1, Math.max(1, spelled.length() - 1));
  }
}
