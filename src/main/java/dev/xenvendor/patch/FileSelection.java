package dev.xenvendor.patch;

import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyChoice;
import dev.xenvendor.patch.schema.KeyChoice.Alternative;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.PathGlob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files a change is for: paths, which are followed when upstream moves them, or globs. A
 * pattern after a {@code !} excludes what it matches, whatever its place in the list.
 *
 * @param patterns as written
 */
public record FileSelection(List<String> patterns) {

  public static final FileSelection ALL_HEADERS = of("**/*.h");

  /** The key of one file by name. */
  public static final Key<FileSelection> FILE =
      new Key<>("file", KeyType.PATH.as(path -> of(path), files -> files.single().orElseThrow()));

  private static final String GLOB = "{'$ref': '#/$defs/glob'}";

  private static final Key<FileSelection> PATTERNS =
      new Key<>(
          "files",
          KeyType.ONE_OR_MORE
              .as(FileSelection::new, FileSelection::patterns)
              .withSchema("{'oneOf': [" + GLOB + ", {'type': 'array', 'items': " + GLOB + "}]}"),
          "A pattern, or a list of them; a path without * ? [ is followed when upstream moves the"
              + " file.");

  /** The keys of one file, or of any number. */
  public static final KeyChoice<FileSelection> KEYS =
      new KeyChoice<>(
          List.of(
              new Alternative<>(FILE, files -> files.single().isPresent()),
              new Alternative<>(PATTERNS, files -> true)),
          "files",
          "`file`/`files`");

  public FileSelection {
    patterns.forEach(FileSelection::glob);
    if (!patterns.isEmpty() && patterns.stream().allMatch(FileSelection::isExclusion)) {
      throw new IllegalArgumentException("no file can match: there is no pattern without '!'");
    }
    patterns = List.copyOf(patterns);
  }

  private static boolean isExclusion(String pattern) {
    return pattern.startsWith("!");
  }

  private static PathGlob glob(String pattern) {
    return new PathGlob(isExclusion(pattern) ? pattern.substring(1) : pattern);
  }

  /** Files by name. */
  public static FileSelection of(Collection<HeaderPath> paths) {
    return new FileSelection(paths.stream().map(HeaderPath::value).distinct().toList());
  }

  /** One file by name. */
  public static FileSelection of(HeaderPath path) {
    return of(path.value());
  }

  public static FileSelection of(String path) {
    return new FileSelection(List.of(path));
  }

  /** The one file it is about, where it is about one by name. */
  public Optional<HeaderPath> single() {
    return patterns.size() == 1 && !isGlob(patterns.get(0))
        ? Optional.of(HeaderPath.of(patterns.get(0)))
        : Optional.empty();
  }

  /** The files that are meant by name. */
  Set<HeaderPath> named() {
    Set<HeaderPath> named = new TreeSet<>();
    patterns.stream().filter(p -> !isGlob(p)).forEach(p -> named.add(HeaderPath.of(p)));
    return named;
  }

  /** Returns whether any of some files may be meant, by name or by a glob. */
  boolean mayMean(Set<HeaderPath> files) {
    return patterns.stream().anyMatch(p -> isGlob(p) && !isExclusion(p))
        || !Collections.disjoint(named(), files);
  }

  private static boolean isGlob(String pattern) {
    return isExclusion(pattern) || pattern.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
  }

  /**
   * The files of a tree.
   *
   * @param moved where files went that upstream moved since the patch was written
   */
  public List<HeaderPath> in(HeaderTree tree, Map<HeaderPath, HeaderPath> moved) {
    Set<HeaderPath> files = new TreeSet<>();
    for (String pattern : patterns) {
      if (isExclusion(pattern)) {
        continue;
      }
      if (isGlob(pattern)) {
        PathGlob glob = glob(pattern);
        tree.paths().stream().filter(glob::matches).forEach(files::add);
      } else {
        now(HeaderPath.of(pattern), tree, moved).ifPresent(files::add);
      }
    }
    patterns.stream()
        .filter(FileSelection::isExclusion)
        .map(FileSelection::glob)
        .forEach(excluded -> files.removeIf(excluded::matches));
    return new ArrayList<>(files);
  }

  /** Returns where a file is now that may have been moved. */
  static Optional<HeaderPath> now(
      HeaderPath path, HeaderTree tree, Map<HeaderPath, HeaderPath> moved) {
    Optional<HeaderPath> at = Optional.of(path);
    Set<HeaderPath> seen = new HashSet<>(); // a file that was moved and moved back
    while (at.isPresent() && !tree.contains(at.get())) {
      at = Optional.of(at.get()).filter(seen::add).map(moved::get);
    }
    return at;
  }

  /** Returns what a sentence calls them. */
  public String words() {
    return equals(ALL_HEADERS) ? "every header" : toString();
  }

  @Override
  public String toString() {
    return String.join(", ", patterns);
  }
}
