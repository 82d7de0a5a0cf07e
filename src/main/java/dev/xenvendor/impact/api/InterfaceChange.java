package dev.xenvendor.impact.api;

import dev.xenvendor.tree.HeaderPath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The difference between what two releases' headers give to their consumers. */
public record InterfaceChange(ReleaseInterface before, ReleaseInterface after) {

  /** Of the names of two headers, so many must be the same for one to be the other, moved. */
  private static final double SAME = 0.5;

  public List<HeaderPath> newHeaders() {
    SortedMap<HeaderPath, HeaderPath> moved = movedHeaders();
    return after.headers().keySet().stream()
        .filter(path -> !before.headers().containsKey(path) && !moved.containsValue(path))
        .toList();
  }

  public List<HeaderPath> goneHeaders() {
    SortedMap<HeaderPath, HeaderPath> moved = movedHeaders();
    return before.headers().keySet().stream()
        .filter(path -> !after.headers().containsKey(path) && !moved.containsKey(path))
        .toList();
  }

  /** Returns the headers that moved, with their new paths. */
  public SortedMap<HeaderPath, HeaderPath> movedHeaders() {
    SortedMap<HeaderPath, HeaderPath> moved = new TreeMap<>();
    before
        .headers()
        .forEach(
            (path, header) -> {
              if (!after.headers().containsKey(path)) {
                movedTo(path, header).ifPresent(now -> moved.put(path, now));
              }
            });
    return moved;
  }

  private Optional<HeaderPath> movedTo(HeaderPath path, HeaderInterface header) {
    return after.headers().entrySet().stream()
        .filter(now -> !before.headers().containsKey(now.getKey()))
        .filter(now -> now.getKey().name().equals(path.name()))
        .filter(now -> alike(header.names(), now.getValue().names()))
        .map(now -> now.getKey())
        .findFirst();
  }

  private static boolean alike(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return both.size() >= SAME * Math.max(some.size(), others.size());
  }

  public List<Feature> newFeatures() {
    return Features.of(after).newOver(Features.of(before));
  }

  public List<Feature.Renamed> renamedFeatures() {
    return Features.of(after).renamedFrom(Features.of(before));
  }

  /** Returns the number of new names. */
  public int newNames() {
    return without(after, before);
  }

  /** Returns the number of names that are gone. */
  public int goneNames() {
    return without(before, after);
  }

  private static int without(ReleaseInterface release, ReleaseInterface other) {
    Set<String> names = new HashSet<>(new DefinedNames(release).all());
    names.removeAll(new DefinedNames(other).all());
    return names.size();
  }
}
