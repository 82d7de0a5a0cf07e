package dev.xenvendor.conflict;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.resolution.ConflictTexts;
import dev.xenvendor.resolution.SettledTexts;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The resolved part of a conflict, as it is recorded: hunk by hunk where that says all, else as
 * whole files.
 *
 * @param hunks the hunks that are settled, in order
 * @param whole the files, if they are settled as a whole
 */
record SettledHunks(Map<Hunk, SettledTexts> hunks, Optional<SettledTexts> whole) {

  static final SettledHunks NONE = new SettledHunks(Map.of(), Optional.empty());

  /**
   * @param path the file that holds the hunks, if the conflict has any
   * @param results what came of the conflict; nothing is settled in what holds markers
   */
  static SettledHunks of(
      ConflictTexts texts,
      MergedText merged,
      HeaderPath path,
      SortedMap<HeaderPath, HeaderFile> results) {
    SettledTexts whole = new SettledTexts(texts, results);
    if (whole.hasMarkers()) {
      return NONE;
    }
    SettledHunks hunks =
        Optional.ofNullable(results.get(path))
            .map(file -> in(path, merged, file.bytes()))
            .orElse(NONE);
    return hunks.hunks.isEmpty() ? new SettledHunks(Map.of(), Optional.of(whole)) : hunks;
  }

  /** The hunks that are settled in a file; none if it was edited elsewhere, too. */
  static SettledHunks in(HeaderPath path, MergedText merged, byte[] file) {
    Map<Hunk, byte[]> lines = HunkResults.in(file, merged);
    Map<Hunk, SettledTexts> settled = new LinkedHashMap<>();
    ConflictTexts.ofHunks(path, merged)
        .forEach(
            (hunk, texts) ->
                Optional.ofNullable(lines.get(hunk))
                    .map(text -> new TreeMap<>(Map.of(path, HeaderFile.regular(text))))
                    .map(result -> new SettledTexts(texts, result))
                    .filter(one -> !one.hasMarkers())
                    .ifPresent(one -> settled.put(hunk, one)));
    return new SettledHunks(settled, Optional.empty());
  }

  /** All that is settled, as it is recorded. */
  List<SettledTexts> texts() {
    return whole.map(List::of).orElseGet(() -> List.copyOf(hunks.values()));
  }

  List<SettledDecision> decisions(MergeConflict conflict) {
    List<SettledDecision> decisions = new ArrayList<>();
    whole.ifPresent(texts -> decisions.add(decision(conflict, Optional.empty(), texts)));
    hunks.forEach((hunk, texts) -> decisions.add(decision(conflict, Optional.of(hunk), texts)));
    return decisions;
  }

  private static SettledDecision decision(
      MergeConflict conflict, Optional<Hunk> hunk, SettledTexts texts) {
    return new SettledDecision(conflict, hunk, texts, Optional.empty());
  }
}
