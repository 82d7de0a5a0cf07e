package dev.xenvendor.impact.api;

import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All features that a guest can request of a release. */
public final class Features {

  /** A number in the space that it is taken from. */
  private record Numbered(String space, long value) {}

  private final SortedMap<String, Feature> features = new TreeMap<>();
  private final Map<String, Long> constants = new HashMap<>();
  private final Map<Numbered, String> numbers = new HashMap<>();

  private Features() {}

  public static Features of(ReleaseInterface release) {
    Features features = new Features();
    release.headers().forEach(features::add);
    return features;
  }

  private void add(HeaderPath path, HeaderInterface header) {
    // Rings are between guests: their constants ask nothing of the hypervisor.
    if (path.value().startsWith("io/")) {
      return;
    }
    header
        .constants()
        .forEach(
            (name, value) -> {
              constants.putIfAbsent(name, value);
              Hypercalls.feature(name, value).ifPresent(f -> features.putIfAbsent(name, f));
              Hypercalls.numbersOf(name)
                  .ifPresent(space -> numbers.putIfAbsent(new Numbered(space, value), name));
            });
  }

  /** Returns what a constant of this release asks for. */
  public Optional<Feature> find(String name) {
    return Optional.ofNullable(features.get(name));
  }

  public List<Feature> all() {
    return List.copyOf(features.values());
  }

  /** Returns whether this release has it, under whatever name. */
  public boolean has(Feature feature) {
    return constants.containsKey(feature.name()) || nameOf(feature).isPresent();
  }

  /** Returns what this release calls what has the same number. */
  public Optional<String> nameOf(Feature feature) {
    return Optional.ofNullable(numbers.get(new Numbered(feature.numbers(), feature.number())));
  }

  /** Returns what this release has and an older one had not. */
  public List<Feature> newOver(Features older) {
    return features.values().stream().filter(feature -> !older.has(feature)).toList();
  }

  /** Returns what this release names anew, and still has the number that it had in an older one. */
  public List<Feature.Renamed> renamedFrom(Features older) {
    List<Feature.Renamed> renamed = new ArrayList<>();
    for (Feature feature : features.values()) {
      older
          .nameOf(feature)
          .filter(before -> !older.constants.containsKey(feature.name()))
          .filter(before -> !constants.containsKey(before))
          .ifPresent(before -> renamed.add(new Feature.Renamed(before, feature)));
    }
    return renamed;
  }
}
