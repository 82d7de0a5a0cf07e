package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.resolution.ConflictTexts;
import dev.xenvendor.resolution.ResolvedTexts;
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
 * @param hunks the hunks that are resolved, in order
 * @param whole the files, if they are resolved as a whole
 */
record ResolvedHunks(Map<Hunk, ResolvedTexts> hunks, Optional<ResolvedTexts> whole) {

  static final ResolvedHunks NONE = new ResolvedHunks(Map.of(), Optional.empty());

  /**
   * @param path the file that holds the hunks, if the conflict has any
   * @param results what came of the conflict; nothing is resolved in what holds markers
   */
  static ResolvedHunks of(
      ConflictTexts texts,
      MergedText merged,
      HeaderPath path,
      SortedMap<HeaderPath, HeaderFile> results) {
    ResolvedTexts whole = new ResolvedTexts(texts, results);
    if (whole.hasMarkers()) {
      return NONE;
    }
    ResolvedHunks hunks =
        Optional.ofNullable(results.get(path))
            .map(file -> in(path, merged, file.bytes()))
            .orElse(NONE);
    return hunks.hunks.isEmpty() ? new ResolvedHunks(Map.of(), Optional.of(whole)) : hunks;
  }

  /** The hunks that are resolved in a file; none if it was edited elsewhere, too. */
  static ResolvedHunks in(HeaderPath path, MergedText merged, byte[] file) {
    Map<Hunk, byte[]> lines = HunkResults.in(file, merged);
    Map<Hunk, ResolvedTexts> settled = new LinkedHashMap<>();
    ConflictTexts.ofHunks(path, merged)
        .forEach(
            (hunk, texts) ->
                Optional.ofNullable(lines.get(hunk))
                    .map(text -> new TreeMap<>(Map.of(path, HeaderFile.regular(text))))
                    .map(result -> new ResolvedTexts(texts, result))
                    .filter(one -> !one.hasMarkers())
                    .ifPresent(one -> settled.put(hunk, one)));
    return new ResolvedHunks(settled, Optional.empty());
  }

  /** All that is resolved, as it is recorded. */
  List<ResolvedTexts> texts() {
    return whole.map(List::of).orElseGet(() -> List.copyOf(hunks.values()));
  }

  List<ResolvedDecision> decisions(MergeConflict conflict) {
    List<ResolvedDecision> decisions = new ArrayList<>();
    whole.ifPresent(texts -> decisions.add(decision(conflict, Optional.empty(), texts)));
    hunks.forEach((hunk, texts) -> decisions.add(decision(conflict, Optional.of(hunk), texts)));
    return decisions;
  }

  private static ResolvedDecision decision(
      MergeConflict conflict, Optional<Hunk> hunk, ResolvedTexts texts) {
    return new ResolvedDecision(conflict, hunk, texts, Optional.empty());
  }
}
