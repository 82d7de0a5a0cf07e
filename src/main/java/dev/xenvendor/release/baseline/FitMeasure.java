package dev.xenvendor.release.baseline;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.diff.LineInterner;
import dev.xenvendor.diff.NumberedText;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures how well releases explain a tree's headers, by the lines that distinguish one header
 * from another.
 *
 * <p>A line of the tree that the release lacks costs one. A stretch that the release has and the
 * tree lacks costs one however long it is, since a trimmed tree must not match the shortest
 * release. A file that upstream dropped before the release and that the tree kept costs a little:
 * it says less about the release than about who merged it.
 */
public final class FitMeasure {

  /**
   * The share of a file that an older release must explain so that the file counts as left behind,
   * in percent.
   */
  private static final int LEAST_PERCENT_LEFT_BEHIND = 90;

  private static final int LEAST_COST_LEFT_BEHIND = 10;

  /** The weight of another interface version, in percent of the tree's lines. */
  private static final int PERCENT_OF_INTERFACE_VERSION = 1;

  private record Pair(HeaderPath path, GitId blob) {}

  private record Edits(int inserted, int removals) {}

  private final HeaderTree local;
  private final Map<HeaderPath, NumberedText> localLines = new HashMap<>();
  private final List<HeaderTree> oldestFirst;
  private final LineInterner numbers = new LineInterner();
  private final Map<Pair, Edits> edits = new HashMap<>();
  private final Map<Pair, Integer> unmatched = new HashMap<>();
  private final Map<HeaderPath, Integer> firstHolders = new HashMap<>();
  private final Optional<String> interfaceVersion;
  private final long lines;

  /**
   * For a tree.
   *
   * @param oldestFirst the releases that it may come from
   */
  FitMeasure(HeaderTree local, List<HeaderTree> oldestFirst) {
    this.local = local;
    this.oldestFirst = oldestFirst;
    this.interfaceVersion = InterfaceVersion.of(local);
    local.files().forEach((path, file) -> localLines.put(path, telling(file)));
    this.lines = localLines.values().stream().mapToLong(NumberedText::size).sum();
  }

  private NumberedText telling(HeaderFile file) {
    return numbers.of(DistinctiveLines.of(file.bytes()));
  }

  /**
   * Measures a release.
   *
   * @param older how many of the releases came before it
   */
  ReleaseFit of(HeaderTree release, int older) {
    long explained = 0;
    long counted = 0;
    long cost = interfaceCost(release);
    for (HeaderPath path : local.paths()) {
      int size = localLines(path).size();
      Optional<HeaderFile> other = release.get(path);
      if (other.isPresent()) {
        Edits found = edits(path, other.get());
        cost += found.inserted() + found.removals();
        explained += size - found.inserted();
        counted += size;
      } else if (isLeftBehind(path, older)) {
        cost += costLeftBehind(size);
      } else {
        cost += size;
        counted += size;
      }
    }
    return new ReleaseFit(counted, explained, cost);
  }

  /** Quicker than the cost, and never more: lines are only counted, whatever their order. */
  long costAtLeast(HeaderTree release, int older) {
    long cost = interfaceCost(release);
    for (HeaderPath path : local.paths()) {
      int size = localLines(path).size();
      Optional<HeaderFile> other = release.get(path);
      if (other.isPresent()) {
        cost += unmatched(path, other.get());
      } else {
        cost += isLeftBehind(path, older) ? costLeftBehind(size) : size;
      }
    }
    return cost;
  }

  /** The tree without the files that it kept though upstream had dropped them. */
  HeaderTree withoutLeftBehind(HeaderTree release, int older) {
    return local.only(path -> release.contains(path) || !isLeftBehind(path, older));
  }

  private long interfaceCost(HeaderTree release) {
    Optional<String> other = InterfaceVersion.of(release);
    boolean differs =
        interfaceVersion.isPresent() && other.isPresent() && !other.equals(interfaceVersion);
    return differs ? Math.max(1, lines * PERCENT_OF_INTERFACE_VERSION / 100) : 0;
  }

  private NumberedText localLines(HeaderPath path) {
    return localLines.getOrDefault(path, NumberedText.of(new byte[0]));
  }

  private static int costLeftBehind(int size) {
    return Math.max(LEAST_COST_LEFT_BEHIND, size * (100 - LEAST_PERCENT_LEFT_BEHIND) / 100);
  }

  private boolean isLeftBehind(HeaderPath path, int older) {
    return firstHolders.computeIfAbsent(path, this::firstHolder) < older;
  }

  /** The oldest release that has the file nearly as the tree has it. */
  private int firstHolder(HeaderPath path) {
    int most = localLines(path).size() * (100 - LEAST_PERCENT_LEFT_BEHIND) / 100;
    for (int i = 0; i < oldestFirst.size(); i++) {
      Optional<HeaderFile> file = oldestFirst.get(i).get(path);
      if (file.isPresent() && unmatched(path, file.get()) <= most) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private Edits edits(HeaderPath path, HeaderFile other) {
    return edits.computeIfAbsent(
        new Pair(path, other.id()), pair -> edits(localLines(path), telling(other)));
  }

  private Edits edits(NumberedText mine, NumberedText other) {
    int inserted = 0;
    int removals = 0;
    for (LineEdit edit : LineDiff.between(other, mine, numbers)) {
      inserted += edit.inserted();
      removals += edit.inserted() == 0 ? 1 : 0;
    }
    return new Edits(inserted, removals);
  }

  /** The lines of the tree's file that the other lacks, whatever their order. */
  private int unmatched(HeaderPath path, HeaderFile other) {
    return unmatched.computeIfAbsent(
        new Pair(path, other.id()), pair -> unmatched(localLines(path), telling(other)));
  }

  private static int unmatched(NumberedText mine, NumberedText other) {
    int[] here = sorted(mine);
    int[] there = sorted(other);
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < here.length && j < there.length) {
      if (here[i] == there[j]) {
        common++;
        i++;
        j++;
      } else if (here[i] < there[j]) {
        i++;
      } else {
        j++;
      }
    }
    return here.length - common;
  }

  private static int[] sorted(NumberedText text) {
    int[] lines = text.numbers().clone();
    Arrays.sort(lines);
    return lines;
  }
}
