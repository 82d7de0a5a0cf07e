package dev.xenvendor.check;

import dev.xenvendor.abi.InterfaceReader;
import dev.xenvendor.cheader.CEnvironment;
import dev.xenvendor.cheader.Surveyor.Sight;
import dev.xenvendor.cheader.Target;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.vendor.AbiSettings;
import dev.xenvendor.vendor.InterfaceVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way in which the profile has the headers compiled.
 *
 * @param title as in {@code guests of 0x00030201 on i386}
 * @param version the interface version of guests; empty for tools
 */
record Seen(String title, Optional<String> version, Sight sight) {

  /** All of them: guests of each interface version that the release knows, and tools. */
  static List<Seen> all(Inspection tree, CEnvironment environment) {
    List<Seen> all = new ArrayList<>();
    AbiSettings settings = tree.vendor().checks().abi();
    for (Target target : targets(settings)) {
      for (String version : versions(settings, tree.headers())) {
        String who = version.equals(InterfaceReader.LATEST) ? "guests" : "guests of " + version;
        all.add(
            new Seen(
                who + " on " + target.word(),
                Optional.of(version),
                new Sight(environment.define(InterfaceReader.VERSION, version), target)));
      }
      all.add(
          new Seen(
              "tools on " + target.word(),
              Optional.empty(),
              new Sight(environment.forTools(), target)));
    }
    return all;
  }

  static List<Target> targets(AbiSettings settings) {
    return settings.targets().stream().flatMap(word -> Target.ofWord(word).stream()).toList();
  }

  /** The interface versions to look at; one that is newer than the headers is refused by them. */
  static List<String> versions(AbiSettings settings, HeaderTree headers) {
    Optional<Long> latest = InterfaceVersion.of(headers).map(Long::decode);
    List<String> known =
        settings.interfaceVersions().stream()
            .filter(version -> latest.filter(l -> Long.decode(version) > l).isEmpty())
            .toList();
    return known.isEmpty() ? List.of(InterfaceReader.LATEST) : known;
  }
}
