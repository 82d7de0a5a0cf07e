package dev.xenvendor.cli.option;

import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import java.util.List;
import java.util.function.Supplier;

/**
 * The two releases that a command compares: those that were named, or by default the one that was
 * merged last and the newest that was imported.
 */
public record ComparedReleases<T>(T from, T to) {

  /**
   * Takes them from the command line.
   *
   * @param named at most two; one alone is the new one
   * @throws Problem if there are more, or nothing tells the default
   */
  public static <T> ComparedReleases<T> of(
      String command, List<T> named, Supplier<T> merged, Supplier<T> newest) {
    if (named.size() > 2) {
      throw Problem.usage(
              "two releases can be compared, and " + named.size() + " are named: " + named)
          .hint("xenvendor " + command + " " + named.get(0) + " " + named.get(1));
    }
    T to = named.isEmpty() ? newest.get() : named.get(named.size() - 1);
    T from = named.size() == 2 ? named.get(0) : merged.get();
    return new ComparedReleases<>(from, to);
  }

  public static Version merged(Inspection tree, String command) {
    return tree.downstream()
        .release()
        .orElseThrow(
            () ->
                Problem.usage("trunk has no record of its release")
                    .hint(
                        "name the old release and the new one: xenvendor " + command + " OLD NEW"));
  }

  public static Version newest(Inspection tree, String command) {
    return tree.downstream().branch().releases().stream()
        .map(ImportedRelease::version)
        .reduce((first, second) -> second)
        .orElseThrow(
            () ->
                Problem.usage("no release is imported yet")
                    .hint(
                        "name the old release and the new one: xenvendor " + command + " OLD NEW"));
  }
}
