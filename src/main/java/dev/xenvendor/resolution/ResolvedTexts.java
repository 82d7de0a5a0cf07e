package dev.xenvendor.resolution;

import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A conflict and its resolution.
 *
 * @param results the texts at the paths of the conflict; a path without one is deleted
 */
public record ResolvedTexts(ConflictTexts texts, SortedMap<HeaderPath, HeaderFile> results) {

  private static final List<Side> WHOLE_SIDES = List.of(Side.LOCAL, Side.VENDOR, Side.BASE);

  public ResolvedTexts {
    results = Collections.unmodifiableSortedMap(results);
    if (!texts.sides().keySet().containsAll(results.keySet())) {
      throw new IllegalArgumentException("it has a result for a path that is not in conflict");
    }
  }

  /** The results for a conflict that is the same but for what does not count. */
  public SortedMap<HeaderPath, HeaderFile> resultsFor(ConflictTexts present) {
    SortedMap<HeaderPath, HeaderFile> carried = new TreeMap<>();
    results.forEach(
        (path, file) ->
            carried.put(
                path,
                NormalizedText.carriedOver(
                    file,
                    texts.sides().getOrDefault(path, Map.of()),
                    present.sides().getOrDefault(path, Map.of()))));
    return carried;
  }

  public boolean hasMarkers() {
    return results.values().stream()
        .anyMatch(file -> file.mode().isFile() && MarkerBlock.anyMarkerIn(file.bytes()));
  }

  /** Returns what was taken, in a word: a side, both, or something else. */
  public String taken() {
    for (Side side : WHOLE_SIDES) {
      if (texts.sides().keySet().stream().allMatch(path -> isOf(side, path))) {
        return side.word();
      }
    }
    return isBoth() ? "both" : results.isEmpty() ? "deleted" : "edited";
  }

  private boolean isOf(Side side, HeaderPath path) {
    Optional<HeaderFile> there =
        Optional.ofNullable(texts.sides().getOrDefault(path, Map.of()).get(side));
    return there.equals(Optional.ofNullable(results.get(path)));
  }

  private boolean isBoth() {
    Optional<HeaderFile> result = Optional.ofNullable(results.get(texts.path()));
    if (!texts.isHunk() || result.isEmpty()) {
      return false;
    }
    byte[] both = Lines.joined(textOf(Side.LOCAL), textOf(Side.VENDOR));
    return Arrays.equals(both, result.get().bytes());
  }

  private byte[] textOf(Side side) {
    return Optional.ofNullable(texts.sides().getOrDefault(texts.path(), Map.of()).get(side))
        .map(HeaderFile::bytes)
        .orElseGet(() -> new byte[0]);
  }
}
