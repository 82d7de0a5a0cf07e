package dev.xenvendor.release;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the headers among the files of a source: it may hold upstream's whole tree, with or without
 * a folder around it, or the headers alone.
 */
public final class SourceLayout {

  /** The headers' folder seen from the source's root; empty when they are the root itself. */
  public record Place(Optional<HeaderPath> folder) {

    public static final Place ROOT = new Place(Optional.empty());

    /** The path as seen from the headers' folder, if it is in it. */
    public Optional<HeaderPath> headerPath(HeaderPath path) {
      return folder.isEmpty() ? Optional.of(path) : path.below(folder.get());
    }
  }

  private SourceLayout() {}

  /** The place of the headers; refuses files that hold none. */
  public static Place find(
      String sourceName, Collection<HeaderPath> files, Source.Request request) {
    return byUpstreamPath(files, request.path())
        .or(() -> byKnownPaths(files, request.known()))
        .or(() -> bySingleFolder(files).filter(place -> hasAny(place, files, request.known())))
        .orElseThrow(
            () ->
                Problem.unavailable("no headers in " + sourceName)
                    .hint(
                        "it should contain upstream's tree with "
                            + request.path()
                            + ", or only the files of that folder"));
  }

  /** Upstream's path, or the end of it, at the root or one folder below. */
  private static Optional<Place> byUpstreamPath(Collection<HeaderPath> files, HeaderPath path) {
    Set<HeaderPath> folders = folders(files);
    for (Optional<HeaderPath> end = Optional.of(path);
        end.isPresent();
        end = withoutFirst(end.get())) {
      String wanted = end.get().value();
      Optional<HeaderPath> found =
          folders.stream()
              .filter(
                  folder -> {
                    String value = folder.value();
                    int first = value.indexOf('/');
                    return value.equals(wanted) || value.substring(first + 1).equals(wanted);
                  })
              .min(Comparator.comparingInt(folder -> folder.value().length()));
      if (found.isPresent()) {
        return Optional.of(new Place(found));
      }
    }
    return Optional.empty();
  }

  private static Optional<HeaderPath> withoutFirst(HeaderPath path) {
    int slash = path.value().indexOf('/');
    return slash < 0
        ? Optional.empty()
        : Optional.of(HeaderPath.of(path.value().substring(slash + 1)));
  }

  private static Set<HeaderPath> folders(Collection<HeaderPath> files) {
    Set<HeaderPath> folders = new HashSet<>();
    for (HeaderPath file : files) {
      Optional<HeaderPath> folder = file.parent();
      while (folder.isPresent() && folders.add(folder.get())) {
        folder = folder.get().parent();
      }
    }
    return folders;
  }

  private static boolean hasAny(Place place, Collection<HeaderPath> files, Set<HeaderPath> known) {
    return known.isEmpty()
        || files.stream()
            .map(place::headerPath)
            .flatMap(Optional::stream)
            .anyMatch(known::contains);
  }

  /** Returns the folder that holds most of the known files, if it holds at least half of them. */
  private static Optional<Place> byKnownPaths(Collection<HeaderPath> files, Set<HeaderPath> known) {
    Map<String, List<HeaderPath>> knownByName = new HashMap<>();
    known.forEach(path -> knownByName.merge(path.name(), List.of(path), SourceLayout::both));
    Map<String, Integer> votes = new TreeMap<>();
    for (HeaderPath file : files) {
      for (HeaderPath path : knownByName.getOrDefault(file.name(), List.of())) {
        if (file.equals(path)) {
          votes.merge("", 1, Integer::sum);
        } else if (file.value().endsWith('/' + path.value())) {
          int end = file.value().length() - path.value().length() - 1;
          votes.merge(file.value().substring(0, end), 1, Integer::sum);
        }
      }
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> 2 * best.getValue() >= known.size())
        .map(best -> best.getKey().isEmpty() ? Place.ROOT : folder(HeaderPath.of(best.getKey())));
  }

  private static Place folder(HeaderPath path) {
    return new Place(Optional.of(path));
  }

  private static List<HeaderPath> both(List<HeaderPath> a, List<HeaderPath> b) {
    return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
  }

  /** The root, or the one folder in it that holds everything, if there are headers in it. */
  private static Optional<Place> bySingleFolder(Collection<HeaderPath> files) {
    if (files.stream().noneMatch(file -> file.name().endsWith(".h"))) {
      return Optional.empty();
    }
    Set<String> tops = new HashSet<>();
    for (HeaderPath file : files) {
      int slash = file.value().indexOf('/');
      tops.add(slash < 0 ? "" : file.value().substring(0, slash));
    }
    String only = tops.iterator().next();
    return Optional.of(
        tops.size() == 1 && !only.isEmpty() ? folder(HeaderPath.of(only)) : Place.ROOT);
  }
}
