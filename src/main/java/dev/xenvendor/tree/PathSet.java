package dev.xenvendor.tree;

import java.util.List;
import java.util.function.Predicate;

/** The paths that one of some globs includes and none of some others excludes. */
public record PathSet(List<PathGlob> include, List<PathGlob> exclude)
    implements Predicate<HeaderPath> {

  public static PathSet of(List<String> include, List<String> exclude) {
    return new PathSet(
        include.stream().map(PathGlob::new).toList(), exclude.stream().map(PathGlob::new).toList());
  }

  @Override
  public boolean test(HeaderPath path) {
    return include.stream().anyMatch(glob -> glob.matches(path))
        && exclude.stream().noneMatch(glob -> glob.matches(path));
  }
}
