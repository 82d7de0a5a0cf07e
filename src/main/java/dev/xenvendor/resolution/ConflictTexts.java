package dev.xenvendor.resolution;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The three texts of a decision in a merge: a hunk, or files as a whole.
 *
 * @param kind {@link #HUNK}, or the kind of a conflict that is about whole files
 * @param patch the local patch that no longer applies, where that is the conflict
 * @param number counts, from 1, the hunks of the file that have the same texts
 * @param count how many hunks of the file have the same texts
 * @param sides what the sides have at each path, seen from the headers' folder
 */
public record ConflictTexts(
    String kind,
    Optional<String> patch,
    int number,
    int count,
    SortedMap<HeaderPath, Map<Side, HeaderFile>> sides) {

  public static final String HUNK = "hunk";

  public ConflictTexts {
    sides = Collections.unmodifiableSortedMap(sides);
  }

  /** The conflict of whole files, as a merge finds it. */
  public static ConflictTexts ofFiles(Conflict conflict) {
    Map<HeaderPath, Map<Side, HeaderFile>> sides = new TreeMap<>();
    for (Conflict.Stage stage : conflict.stages()) {
      sides
          .computeIfAbsent(stage.path(), path -> new EnumMap<>(Side.class))
          .put(stage.side(), stage.file());
    }
    Optional<String> patch =
        conflict instanceof Conflict.Patch lost ? Optional.of(lost.patch()) : Optional.empty();
    return ofFiles(conflict.kind(), patch, sides);
  }

  /** The conflict of whole files. */
  public static ConflictTexts ofFiles(
      Conflict.Kind kind, Optional<String> patch, Map<HeaderPath, Map<Side, HeaderFile>> sides) {
    return new ConflictTexts(kind.word(), patch, 1, 1, new TreeMap<>(sides));
  }

  /** The hunks of a merged file, in order. */
  public static Map<Hunk, ConflictTexts> ofHunks(HeaderPath path, MergedText text) {
    Map<Hunk, ConflictTexts> hunks = new LinkedHashMap<>();
    for (Hunk hunk : text.hunks()) {
      int number = 0;
      int count = 0;
      for (Hunk other : text.hunks()) {
        if (isSame(hunk, other)) {
          count++;
          number = other.equals(hunk) ? count : number;
        }
      }
      hunks.put(hunk, ofHunk(path, hunk, number, count));
    }
    return hunks;
  }

  private static boolean isSame(Hunk hunk, Hunk other) {
    return Arrays.stream(Side.values())
        .allMatch(side -> Arrays.equals(hunk.of(side).text(), other.of(side).text()));
  }

  private static ConflictTexts ofHunk(HeaderPath path, Hunk hunk, int number, int count) {
    Map<Side, HeaderFile> texts = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      texts.put(side, HeaderFile.regular(hunk.of(side).text()));
    }
    return new ConflictTexts(
        HUNK, Optional.empty(), number, count, new TreeMap<>(Map.of(path, texts)));
  }

  public boolean isHunk() {
    return kind.equals(HUNK);
  }

  /** The path by which people know it. */
  public HeaderPath path() {
    return sides.firstKey();
  }

  /** Returns whether every side is a file whose bytes are here, and no submodule. */
  public boolean isKeepable() {
    return sides.values().stream()
        .flatMap(files -> files.values().stream())
        .allMatch(file -> file.mode() != FileMode.GITLINK);
  }

  /**
   * Identifies the conflict by its path and its texts. Line endings and the expansion of RCS
   * keywords do not count.
   */
  public GitId id() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    write(all, kind + ' ' + patch.orElse("") + ' ' + number + '/' + count);
    sides.forEach(
        (path, files) -> {
          write(all, path.value());
          for (Side side : Side.values()) {
            Optional.ofNullable(files.get(side)).ifPresent(file -> write(all, side, file));
          }
        });
    return GitId.ofBlob(all.toByteArray());
  }

  private static void write(ByteArrayOutputStream all, Side side, HeaderFile file) {
    byte[] text = NormalizedText.of(file);
    write(all, side.word() + ' ' + file.mode().octal() + ' ' + text.length);
    all.writeBytes(text);
  }

  private static void write(ByteArrayOutputStream all, String line) {
    all.writeBytes((line + '\n').getBytes(StandardCharsets.UTF_8));
  }
}
