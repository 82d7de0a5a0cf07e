package dev.xenvendor.release;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineInterner;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.LineEnd;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a tree's headers are from a release, in lines that only one of the two has. Only files
 * that the tree has count; what it never took in says nothing about where the rest came from. How
 * lines end does not count either.
 */
public final class HeaderDistance {

  private static final byte[] NOTHING = {};

  private record Pair(HeaderPath path, Optional<GitId> blob) {}

  private final HeaderTree local;
  private final Map<Pair, Integer> exact = new HashMap<>();
  private final Map<Pair, Integer> bounds = new HashMap<>();
  private final Map<HeaderPath, int[]> localLines = new HashMap<>();
  private final LineInterner lineNumbers = new LineInterner();

  public HeaderDistance(HeaderTree local) {
    this.local = local;
  }

  /** How many lines the tree has. */
  long lines() {
    return local.files().values().stream()
        .mapToLong(file -> lineNumbers.of(file.bytes()).numbers().length)
        .sum();
  }

  public long to(HeaderTree release) {
    return sum(release, exact, this::exactDistance);
  }

  /** Quicker than the distance, and never more: lines are only counted, whatever their order. */
  long atLeastTo(HeaderTree release) {
    return sum(release, bounds, this::bound);
  }

  /** Measures one file against another. */
  private interface Measure {
    int between(HeaderPath path, byte[] release);
  }

  private long sum(HeaderTree release, Map<Pair, Integer> known, Measure measure) {
    long sum = 0;
    for (Map.Entry<HeaderPath, HeaderFile> file : local.files().entrySet()) {
      HeaderPath path = file.getKey();
      Optional<HeaderFile> other = release.get(path);
      if (other.filter(file.getValue()::sameContent).isEmpty()) {
        Pair pair = new Pair(path, other.map(HeaderFile::id));
        sum +=
            known.computeIfAbsent(
                pair, p -> measure.between(path, other.map(HeaderFile::bytes).orElse(NOTHING)));
      }
    }
    return sum;
  }

  private int exactDistance(HeaderPath path, byte[] release) {
    byte[] mine = local.get(path).orElseThrow().bytes();
    return LineDiff.distance(LineEnd.LF.in(release), LineEnd.LF.in(mine));
  }

  private int bound(HeaderPath path, byte[] release) {
    int[] mine = localLines.computeIfAbsent(path, p -> lines(local.get(p).orElseThrow().bytes()));
    int[] other = lines(release);
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < mine.length && j < other.length) {
      if (mine[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (mine[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return mine.length + other.length - 2 * common;
  }

  private int[] lines(byte[] text) {
    int[] lines = lineNumbers.of(LineEnd.LF.in(text)).numbers().clone();
    Arrays.sort(lines);
    return lines;
  }
}
