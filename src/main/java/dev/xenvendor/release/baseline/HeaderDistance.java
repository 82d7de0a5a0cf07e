package dev.xenvendor.release.baseline;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.LineEnd;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The distance between a tree's headers and a release, in lines that only one of the two has. Only
 * files that the tree has count; what it never took in says nothing about where the rest came from.
 * How lines end does not count either.
 */
public final class HeaderDistance {

  private static final byte[] NOTHING = {};

  private record Pair(HeaderPath path, Optional<GitId> blob) {}

  private final HeaderTree local;
  private final Map<Pair, Integer> distances = new HashMap<>();

  public HeaderDistance(HeaderTree local) {
    this.local = local;
  }

  public long to(HeaderTree release) {
    long sum = 0;
    for (Map.Entry<HeaderPath, HeaderFile> file : local.files().entrySet()) {
      HeaderPath path = file.getKey();
      Optional<HeaderFile> other = release.get(path);
      if (other.filter(file.getValue()::sameContent).isEmpty()) {
        Pair pair = new Pair(path, other.map(HeaderFile::id));
        sum +=
            distances.computeIfAbsent(
                pair, p -> distance(path, other.map(HeaderFile::bytes).orElse(NOTHING)));
      }
    }
    return sum;
  }

  private int distance(HeaderPath path, byte[] release) {
    byte[] mine = local.get(path).orElseThrow().bytes();
    return LineDiff.distance(LineEnd.LF.in(release), LineEnd.LF.in(mine));
  }
}
