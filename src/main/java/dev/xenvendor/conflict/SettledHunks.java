package dev.xenvendor.conflict;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.resolution.ConflictTexts;
import dev.xenvendor.resolution.SettledTexts;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A settled conflict as it is recorded: hunk by hunk where that says all, else as whole files. */
final class SettledHunks {

  private SettledHunks() {}

  /**
   * @param path the file that holds the hunks, if the conflict has any
   * @param results what came of the conflict; nothing is recorded of what holds markers
   */
  static List<SettledTexts> of(
      ConflictTexts texts,
      MergedText merged,
      HeaderPath path,
      SortedMap<HeaderPath, HeaderFile> results) {
    SettledTexts whole = new SettledTexts(texts, results);
    if (whole.hasMarkers()) {
      return List.of();
    }
    List<SettledTexts> hunks =
        Optional.ofNullable(results.get(path))
            .map(file -> in(path, merged, file.bytes()))
            .orElse(List.of());
    return hunks.isEmpty() ? List.of(whole) : hunks;
  }

  /** The hunks that are settled in a file; none if it was edited elsewhere, too. */
  static List<SettledTexts> in(HeaderPath path, MergedText merged, byte[] file) {
    Map<Hunk, byte[]> lines = HunkResults.in(file, merged);
    List<SettledTexts> settled = new ArrayList<>();
    ConflictTexts.ofHunks(path, merged)
        .forEach(
            (hunk, texts) ->
                Optional.ofNullable(lines.get(hunk))
                    .map(text -> new TreeMap<>(Map.of(path, HeaderFile.regular(text))))
                    .map(result -> new SettledTexts(texts, result))
                    .filter(one -> !one.hasMarkers())
                    .ifPresent(settled::add));
    return settled;
  }
}
