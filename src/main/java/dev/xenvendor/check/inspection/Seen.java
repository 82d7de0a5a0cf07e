package dev.xenvendor.check.inspection;

import dev.xenvendor.abi.AbiReader;
import dev.xenvendor.c.compiler.HeaderSurveyor.Sight;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.profile.AbiSettings;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way in which the profile has the headers compiled.
 *
 * @param title as in {@code guests of 0x00030201 on i386}
 * @param version the interface version of guests; empty for tools
 */
public record Seen(String title, Optional<String> version, Sight sight) {

  /** All of them: guests of each interface version that the release knows, and tools. */
  public static List<Seen> all(Inspection tree, CEnvironment environment) {
    List<Seen> all = new ArrayList<>();
    AbiSettings settings = tree.vendor().checks().abi();
    for (Target target : targets(settings)) {
      for (String version : versions(tree, tree.headers())) {
        String who = version.equals(AbiReader.LATEST) ? "guests" : "guests of " + version;
        all.add(
            new Seen(
                who + " on " + target.word(),
                Optional.of(version),
                new Sight(environment.define(AbiReader.VERSION, version), target)));
      }
      all.add(
          new Seen(
              "tools on " + target.word(),
              Optional.empty(),
              new Sight(environment.forTools(), target)));
    }
    return all;
  }

  /** For whom something is so, where that is not everybody. */
  public static String where(List<Seen> all, Collection<Sight> sights) {
    List<String> titles =
        all.stream().filter(seen -> sights.contains(seen.sight())).map(Seen::title).toList();
    return titles.size() == all.size() ? "" : " for " + String.join(", ", titles);
  }

  public static List<Target> targets(AbiSettings settings) {
    return settings.targets().stream().flatMap(word -> Target.ofWord(word).stream()).toList();
  }

  /**
   * The interface versions to look at: those that the profile names, else the newest and those that
   * consumers ask for. One that is newer than the headers is refused by them.
   */
  public static List<String> versions(Inspection tree, HeaderTree headers) {
    List<String> named = tree.vendor().checks().abi().interfaceVersions();
    Set<String> versions = new LinkedHashSet<>(named);
    if (named.isEmpty()) {
      versions.add(AbiReader.LATEST);
      versions.addAll(tree.askedVersions().versions());
    }
    Optional<Long> latest = InterfaceVersion.of(headers).map(Long::decode);
    versions.removeIf(
        version ->
            !version.equals(AbiReader.LATEST)
                && latest.filter(newest -> isBeyond(version, newest, named)).isPresent());
    return versions.isEmpty() ? List.of(AbiReader.LATEST) : List.copyOf(versions);
  }

  /** The newest need not be looked at twice. */
  private static boolean isBeyond(String version, long newest, List<String> named) {
    long number = Long.decode(version);
    return number > newest || (named.isEmpty() && number == newest);
  }
}
