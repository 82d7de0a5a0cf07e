package dev.xenvendor.release;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SpellingSuggestion;
import dev.xenvendor.profile.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes the errors about a release that is not imported or not known, with the nearest known
 * releases.
 */
public final class UnknownRelease {

  private UnknownRelease() {}

  /** A release that a command needs on the vendor branch is not there. */
  public static Problem notImported(VendorConfig config, Version version) {
    String what = config.vendor().title(version) + " is not imported";
    if (config.find(version).isPresent()) {
      return Problem.usage(what).hint("xenvendor import " + version + " --from SOURCE");
    }
    return Problem.usage(what + ", nor known" + nearest(version, config.pinned()))
        .hint("xenvendor releases available --from SOURCE lists what upstream has");
  }

  /**
   * Returns the end of a message about an unknown release: the known one that was probably meant,
   * else those before and after it.
   */
  public static String nearest(Version version, SortedSet<Version> known) {
    SortedSet<Version> finals = new TreeSet<>(known);
    finals.removeIf(release -> !release.isFinal());
    List<String> names = finals.stream().map(Version::text).toList();
    return SpellingSuggestion.to(version.text(), names)
        .map(name -> ", did you mean '" + name + "'?")
        .orElseGet(() -> neighbours(version, finals));
  }

  private static String neighbours(Version version, SortedSet<Version> known) {
    List<String> names = new ArrayList<>();
    SortedSet<Version> older = known.headSet(version);
    if (!older.isEmpty()) {
      names.add(older.last().text());
    }
    known.tailSet(version).stream().limit(1).forEach(newer -> names.add(newer.text()));
    return names.isEmpty() ? "" : "; the nearest known: " + String.join(", ", names);
  }
}
