package dev.xenvendor.resolution;

import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A conflict with what settles it.
 *
 * @param results what comes at the paths of the conflict; a path that is missing is deleted
 */
public record SettledTexts(ConflictTexts texts, SortedMap<HeaderPath, HeaderFile> results) {

  private static final List<Side> WHOLE_SIDES = List.of(Side.LOCAL, Side.VENDOR, Side.BASE);

  public SettledTexts {
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
                NormalText.carriedOver(
                    file,
                    texts.sides().getOrDefault(path, Map.of()),
                    present.sides().getOrDefault(path, Map.of()))));
    return carried;
  }

  public boolean hasMarkers() {
    return results.values().stream()
        .anyMatch(file -> file.mode().isFile() && MarkerBlock.anyMarkerIn(file.bytes()));
  }

  /** What was taken, in a word: a side, both, or something else. */
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
    Map<Side, HeaderFile> sides = texts.sides().getOrDefault(texts.path(), Map.of());
    if (!texts.isHunk()) {
      return false;
    }
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    for (Side side : List.of(Side.LOCAL, Side.VENDOR)) {
      Optional.ofNullable(sides.get(side)).ifPresent(file -> both.writeBytes(file.bytes()));
    }
    return Optional.ofNullable(results.get(texts.path()))
        .filter(result -> Arrays.equals(both.toByteArray(), result.bytes()))
        .isPresent();
  }
}
