package dev.xenvendor.update;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.HunkLocator;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.MergedFile;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.resolution.ConflictTexts;
import dev.xenvendor.resolution.DamagedResolution;
import dev.xenvendor.resolution.KeptResolution;
import dev.xenvendor.resolution.KeptResolutions;
import dev.xenvendor.resolution.ResolvedTexts;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Resolves the conflicts of a merge by recorded resolutions of the same conflicts. */
final class ReusedResolutions {

  /** A merge with less to decide. */
  record Result(MergeResult merge, ResolutionReuse reuse) {}

  private final KeptResolutions kept;
  private final Map<HeaderPath, Optional<HeaderFile>> results = new HashMap<>();
  private final Map<HeaderPath, HeaderFile> partly = new HashMap<>();
  private final List<ReusedResolution> reused = new ArrayList<>();
  private final List<DamagedResolution> unfit = new ArrayList<>();

  private ReusedResolutions(KeptResolutions kept) {
    this.kept = kept;
  }

  /**
   * Resolves what it can.
   *
   * @param fetch the command that gets the resolutions of others
   */
  static Result in(MergeResult merge, KeptResolutions kept, Optional<String> fetch) {
    ReusedResolutions resolutions = new ReusedResolutions(kept);
    merge.conflicts().forEach(conflict -> resolutions.settle(conflict, merge));
    MergeResult settled = merge.mapped(resolutions::settled);
    List<DamagedResolution> unusable = new ArrayList<>(kept.damaged());
    unusable.addAll(resolutions.unfit);
    return new Result(settled, new ResolutionReuse(resolutions.reused, unusable, fetch));
  }

  private void settle(Conflict conflict, MergeResult merge) {
    if (!settleFiles(conflict, merge)) {
      conflict.clash().ifPresent(text -> settleHunks(conflict, text, merge));
    }
  }

  private boolean settleFiles(Conflict conflict, MergeResult merge) {
    ConflictTexts texts = ConflictTexts.ofFiles(conflict);
    Optional<KeptResolution> found = texts.isKeepable() ? kept.latest(texts) : Optional.empty();
    if (found.isEmpty()) {
      return false;
    }
    SortedMap<HeaderPath, HeaderFile> files = found.get().settled().resultsFor(texts);
    boolean fits =
        files.entrySet().stream()
            .allMatch(file -> isFit(file.getKey(), file.getValue(), conflict, merge));
    if (!fits) {
      addUnfit(conflict, found.get());
      return false;
    }
    texts.sides().keySet().forEach(path -> results.put(path, Optional.ofNullable(files.get(path))));
    reused.add(new ReusedResolution(conflict, List.of(), List.of(found.get()), true));
    return true;
  }

  private void addUnfit(Conflict conflict, KeptResolution resolution) {
    unfit.add(
        new DamagedResolution(
            conflict.path().value(),
            Optional.of(resolution.id()),
            "the result would not be well formed"));
  }

  /**
   * Returns whether a file can stand in the merge: well formed if the sides are, and no link of
   * others.
   */
  private static boolean isFit(
      HeaderPath path, HeaderFile file, Conflict conflict, MergeResult merge) {
    boolean isPlace = merge.files().stream().anyMatch(merged -> merged.path().equals(path));
    boolean isOfSide = conflict.stages().stream().anyMatch(stage -> stage.file().equals(file));
    return isPlace
        && (file.mode() != FileMode.SYMLINK || isOfSide)
        && (!file.mode().isFile() || isWhole(path, file.bytes(), conflict));
  }

  private static boolean isWhole(HeaderPath path, byte[] text, Conflict conflict) {
    Map<Side, byte[]> sides = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      conflict
          .sides()
          .file(side)
          .filter(file -> file.mode().isFile())
          .ifPresent(file -> sides.put(side, file.bytes()));
    }
    return !MarkerBlock.anyMarkerIn(text) && Breakages.in(path, text, sides).isEmpty();
  }

  private void settleHunks(Conflict conflict, MergedText text, MergeResult merge) {
    Map<Hunk, KeptResolution> found = new LinkedHashMap<>();
    Map<Hunk, byte[]> lines = new HashMap<>();
    ConflictTexts.ofHunks(conflict.path(), text)
        .forEach(
            (hunk, texts) ->
                kept.latest(texts)
                    .ifPresent(
                        resolution -> {
                          found.put(hunk, resolution);
                          lines.put(hunk, lines(resolution.settled(), texts));
                        }));
    Optional<HeaderFile> file =
        merge.files().stream()
            .filter(merged -> merged.path().equals(conflict.path()))
            .findFirst()
            .flatMap(MergedFile::result);
    if (found.isEmpty() || file.isEmpty()) {
      return;
    }
    byte[] bytes = replaced(file.get().bytes(), text, lines);
    boolean isSettled = found.size() == text.hunks().size();
    if (isSettled && !isWhole(conflict.path(), bytes, conflict)) {
      addUnfit(conflict, found.values().iterator().next());
      return;
    }
    HeaderFile result = HeaderFile.of(file.get().mode(), bytes);
    if (isSettled) {
      results.put(conflict.path(), Optional.of(result));
    } else {
      partly.put(conflict.path(), result);
    }
    List<Integer> numbers = found.keySet().stream().map(Hunk::number).toList();
    reused.add(new ReusedResolution(conflict, numbers, List.copyOf(found.values()), isSettled));
  }

  private static byte[] lines(ResolvedTexts settled, ConflictTexts texts) {
    return Optional.ofNullable(settled.resultsFor(texts).get(texts.path()))
        .map(HeaderFile::bytes)
        .orElseGet(() -> new byte[0]);
  }

  /** The file with lines instead of some hunks' markers. */
  private static byte[] replaced(byte[] file, MergedText text, Map<Hunk, byte[]> lines) {
    List<Map.Entry<Hunk, MarkerBlock>> lastFirst =
        new ArrayList<>(HunkLocator.locate(text, file).entrySet());
    lastFirst.sort(
        Comparator.comparingInt((Map.Entry<Hunk, MarkerBlock> at) -> at.getValue().firstLine())
            .reversed());
    byte[] replaced = file;
    for (Map.Entry<Hunk, MarkerBlock> at : lastFirst) {
      byte[] there = lines.get(at.getKey());
      replaced = there == null ? replaced : at.getValue().replaceIn(replaced, there);
    }
    return replaced;
  }

  private MergedFile settled(MergedFile file) {
    if (file.conflict().isEmpty()) {
      return file;
    }
    if (results.containsKey(file.path())) {
      Optional<HeaderFile> result = results.get(file.path());
      Outcome outcome = result.isPresent() ? Outcome.MERGED : Outcome.DELETED;
      return new MergedFile(file.path(), file.from(), outcome, result, Optional.empty());
    }
    return partly.containsKey(file.path())
        ? new MergedFile(
            file.path(),
            file.from(),
            file.outcome(),
            Optional.of(partly.get(file.path())),
            file.conflict())
        : file;
  }
}
