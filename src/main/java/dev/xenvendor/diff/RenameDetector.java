package dev.xenvendor.diff;

import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the files that went from one path to another, in the order and by the measures of git's own
 * merge: equal content first, then files that kept a unique name, then the best of all pairs that
 * are at least half alike.
 */
public final class RenameDetector {

  private static final int HALF = Similarity.MAX_SCORE / 2;
  private static final int THREE_QUARTERS = Similarity.MAX_SCORE * 3 / 4;

  /** Beyond this many pairs git gives up comparing, and so do we ({@code merge.renameLimit}). */
  private static final long MOST_PAIRS = 7_000L * 7_000L;

  private static final int CANDIDATES_PER_TARGET = 4;

  private static final GitId EMPTY = GitId.ofBlob(new byte[0]);

  /** A possible rename, better the higher its score; the same file name decides between equals. */
  private record Candidate(HeaderPath from, HeaderPath to, int score) {

    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingInt(Candidate::score)
            .thenComparing(c -> c.from.name().equals(c.to.name()))
            .reversed();
  }

  private final SortedMap<HeaderPath, HeaderFile> sources;
  private final SortedMap<HeaderPath, HeaderFile> targets;
  private final List<Rename> found = new ArrayList<>();
  private final Similarity similarity = new Similarity();

  private RenameDetector(HeaderTree before, HeaderTree after) {
    sources = onlyIn(before, after);
    targets = onlyIn(after, before);
  }

  /** The renames from one tree to a later one. */
  public static List<Rename> detect(HeaderTree before, HeaderTree after) {
    RenameDetector detector = new RenameDetector(before, after);
    detector.take(detector.equalContent());
    detector.take(detector.sameUniqueName());
    detector.take(detector.mostAlike());
    return detector.found;
  }

  private static SortedMap<HeaderPath, HeaderFile> onlyIn(HeaderTree here, HeaderTree there) {
    SortedMap<HeaderPath, HeaderFile> only = new TreeMap<>();
    for (HeaderPath path : here.differences(there)) {
      if (!there.contains(path)) {
        here.get(path).filter(RenameDetector::isComparable).ifPresent(f -> only.put(path, f));
      }
    }
    return only;
  }

  private static boolean isComparable(HeaderFile file) {
    return file.mode() != FileMode.GITLINK && !file.id().equals(EMPTY);
  }

  private void take(List<Rename> renames) {
    for (Rename rename : renames) {
      sources.remove(rename.from());
      targets.remove(rename.to());
    }
    found.addAll(renames);
  }

  private List<Rename> equalContent() {
    Map<GitId, List<HeaderPath>> byContent = new HashMap<>();
    sources.forEach(
        (path, file) -> byContent.computeIfAbsent(file.id(), id -> new ArrayList<>()).add(path));
    List<Rename> renames = new ArrayList<>();
    targets.forEach(
        (to, file) -> {
          List<HeaderPath> equal = byContent.getOrDefault(file.id(), List.of());
          equal.stream()
              .filter(from -> sameType(source(from), file))
              // The first of equals wins: a file of the same name, else the first path.
              .min(Comparator.comparing(from -> !from.name().equals(to.name())))
              .ifPresent(
                  from -> {
                    equal.remove(from);
                    renames.add(new Rename(from, to));
                  });
        });
    return renames;
  }

  private static boolean sameType(HeaderFile a, HeaderFile b) {
    return a.mode().isFile() ? b.mode().isFile() : a.mode() == b.mode();
  }

  /** Files whose own name is the only one of its kind among both what went and what came. */
  private List<Rename> sameUniqueName() {
    Map<String, List<HeaderPath>> sourcesByName = byName(sources.keySet());
    Map<String, List<HeaderPath>> targetsByName = byName(targets.keySet());
    List<Rename> renames = new ArrayList<>();
    sourcesByName.forEach(
        (name, from) -> {
          List<HeaderPath> to = targetsByName.getOrDefault(name, List.of());
          if (from.size() == 1 && to.size() == 1) {
            Candidate candidate = compare(from.get(0), to.get(0), THREE_QUARTERS);
            if (candidate.score() >= THREE_QUARTERS) {
              renames.add(new Rename(candidate.from(), candidate.to()));
            }
          }
        });
    return renames;
  }

  private static Map<String, List<HeaderPath>> byName(Collection<HeaderPath> paths) {
    Map<String, List<HeaderPath>> byName = new TreeMap<>();
    paths.forEach(path -> byName.computeIfAbsent(path.name(), name -> new ArrayList<>()).add(path));
    return byName;
  }

  private List<Rename> mostAlike() {
    if ((long) sources.size() * targets.size() > MOST_PAIRS) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (HeaderPath to : targets.keySet()) {
      sources.keySet().stream()
          .map(from -> compare(from, to, HALF))
          .filter(candidate -> candidate.score() >= HALF)
          .sorted(Candidate.BEST_FIRST)
          .limit(CANDIDATES_PER_TARGET)
          .forEach(candidates::add);
    }
    candidates.sort(Candidate.BEST_FIRST);
    Set<HeaderPath> gone = new HashSet<>();
    SortedMap<HeaderPath, HeaderPath> sourceOf = new TreeMap<>();
    for (Candidate candidate : candidates) {
      if (!sourceOf.containsKey(candidate.to()) && gone.add(candidate.from())) {
        sourceOf.put(candidate.to(), candidate.from());
      }
    }
    return sourceOf.entrySet().stream().map(e -> new Rename(e.getValue(), e.getKey())).toList();
  }

  private Candidate compare(HeaderPath from, HeaderPath to, int minimum) {
    HeaderFile target = Objects.requireNonNull(targets.get(to));
    int score = similarity.score(from, source(from), to, target, minimum);
    return new Candidate(from, to, score);
  }

  private HeaderFile source(HeaderPath path) {
    return Objects.requireNonNull(sources.get(path));
  }
}
