package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.WorkTreeLineEnds;
import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.diff.NumberedText;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.HunkLocator;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the text that replaces each resolved hunk of a file. */
final class HunkResults {

  private final MergedText merged;
  private final byte[] file;
  private final Map<Hunk, byte[]> open = new LinkedHashMap<>();
  private final List<Hunk> settled;

  private HunkResults(MergedText merged, byte[] file) {
    this.merged = merged;
    this.file = file;
    NumberedText lines = NumberedText.of(file);
    Map<Hunk, MarkerBlock> blocks = HunkLocator.locate(merged, file);
    blocks.forEach(
        (hunk, block) -> open.put(hunk, lines.bytes(block.firstLine(), block.endLine())));
    this.settled = merged.hunks().stream().filter(hunk -> !open.containsKey(hunk)).toList();
  }

  /**
   * Returns the lines that replace each resolved hunk; nothing for a file that differs from the
   * merge outside of its hunks, or in which they cannot be told apart.
   */
  static Map<Hunk, byte[]> in(byte[] file, MergedText merged) {
    boolean isOtherwise =
        Lines.usesCrLf(file) && !Lines.usesCrLf(merged.settledBy(hunk -> hunk.local().text()));
    return new HunkResults(merged, isOtherwise ? WorkTreeLineEnds.toLf(file) : file).find();
  }

  private Map<Hunk, byte[]> find() {
    if (settled.isEmpty()) {
      return Map.of();
    }
    Map<Hunk, byte[]> found = settled.size() == 1 ? ofOne(settled.get(0)) : ofSeveral();
    boolean isWhole =
        found.size() == settled.size()
            && Arrays.equals(
                file, merged.settledBy(hunk -> found.getOrDefault(hunk, open.get(hunk))));
    return isWhole ? found : Map.of();
  }

  /** Returns what is between the text above the only hunk and that below it. */
  private Map<Hunk, byte[]> ofOne(Hunk only) {
    byte[] around = template(Map.of(only, new byte[0]));
    int above = lengthBefore(only);
    int length = file.length - around.length;
    return length < 0 ? Map.of() : Map.of(only, Arrays.copyOfRange(file, above, above + length));
  }

  private int lengthBefore(Hunk hunk) {
    MergedText above = new MergedText(merged.chunks().subList(0, merged.chunks().indexOf(hunk)));
    return above.settledBy(this::openText).length;
  }

  /** Returns what a comparison puts instead of a line that stands for the hunk. */
  private Map<Hunk, byte[]> ofSeveral() {
    Map<Hunk, byte[]> marks = new LinkedHashMap<>();
    settled.forEach(hunk -> marks.put(hunk, mark(hunk)));
    byte[] template = template(marks);
    List<byte[]> lines = Lines.split(template);
    NumberedText present = NumberedText.of(file);
    List<LineEdit> edits = LineDiff.between(template, file);
    Map<Hunk, byte[]> found = new LinkedHashMap<>();
    for (LineEdit edit : edits) {
      if (edit.removed() == 1) {
        byte[] line = lines.get(edit.beforeBegin());
        settled.stream()
            .filter(hunk -> Arrays.equals(line, mark(hunk)))
            .findFirst()
            .ifPresent(hunk -> found.put(hunk, present.bytes(edit.afterBegin(), edit.afterEnd())));
      }
    }
    return found;
  }

  /** A line that no header has. */
  private static byte[] mark(Hunk hunk) {
    return ("\0hunk " + hunk.number() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] template(Map<Hunk, byte[]> inPlace) {
    return merged.settledBy(
        hunk -> Optional.ofNullable(inPlace.get(hunk)).orElseGet(() -> openText(hunk)));
  }

  private byte[] openText(Hunk hunk) {
    return open.getOrDefault(hunk, new byte[0]);
  }
}
