package dev.xenvendor.report.html;

import dev.xenvendor.diff.LinePairs;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.HunkText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.report.format.Phrases;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The three sides of a hunk as rows of a table, with lines of context around it. */
final class SideTable {

  private static final int CONTEXT = 3;

  /** In rows; the files have the rest. */
  private static final int LONGEST = 400;

  private static final List<Side> COLUMNS = List.of(Side.LOCAL, Side.BASE, Side.VENDOR);

  /**
   * The lines of a side that are shown.
   *
   * @param first the number of the first of them in the file, counted from 1
   * @param begin the first that belongs to the hunk, counted from 0
   * @param end the first below the hunk
   */
  private record Excerpt(List<String> lines, int first, int begin, int end) {

    static Excerpt of(HunkText hunk, Optional<byte[]> file) {
      List<String> all = lines(file.orElse(hunk.text()));
      int hunkBegin = file.isPresent() ? Math.min(all.size(), hunk.firstLine() - 1) : 0;
      int hunkEnd = Math.min(all.size(), hunkBegin + hunk.lineCount());
      int begin = Math.max(0, hunkBegin - CONTEXT);
      int end = Math.min(all.size(), hunkEnd + CONTEXT);
      return new Excerpt(all.subList(begin, end), begin + 1, hunkBegin - begin, hunkEnd - begin);
    }

    private static List<String> lines(byte[] text) {
      String all = Phrases.text(text);
      return all.isEmpty() ? List.of() : Arrays.asList(all.split("\n", -1)).subList(0, count(all));
    }

    private static int count(String text) {
      int ends = (int) text.chars().filter(c -> c == '\n').count();
      return text.endsWith("\n") ? ends : ends + 1;
    }

    boolean isContext(int line) {
      return line == LinePairs.NONE || line < begin || line >= end;
    }

    Optional<String> line(int line) {
      return line == LinePairs.NONE ? Optional.empty() : Optional.of(lines.get(line));
    }
  }

  private final Map<Side, Excerpt> sides = new EnumMap<>(Side.class);
  private final List<AlignedRow> rows;

  /**
   * Aligns the sides of a hunk.
   *
   * @param files the whole file of each side; empty where a side has none
   */
  SideTable(Hunk hunk, Function<Side, Optional<byte[]>> files) {
    COLUMNS.forEach(side -> sides.put(side, Excerpt.of(hunk.of(side), files.apply(side))));
    rows = AlignedRow.of(of(Side.LOCAL).lines, of(Side.BASE).lines, of(Side.VENDOR).lines);
  }

  private Excerpt of(Side side) {
    return sides.getOrDefault(side, new Excerpt(List.of(), 1, 0, 0));
  }

  Fields fields() {
    return new Fields()
        .put("rows", rows.stream().limit(LONGEST), this::fields)
        .put("more", rows.size() > LONGEST ? rows.size() - LONGEST : List.of());
  }

  private Fields fields(AlignedRow row) {
    boolean context = COLUMNS.stream().allMatch(side -> of(side).isContext(lineOf(row, side)));
    return new Fields()
        .put("context", context)
        .put("cells", COLUMNS.stream(), side -> cell(row, side));
  }

  private static int lineOf(AlignedRow row, Side side) {
    return switch (side) {
      case LOCAL -> row.local();
      case BASE -> row.base();
      case VENDOR -> row.vendor();
    };
  }

  private Fields cell(AlignedRow row, Side side) {
    int line = lineOf(row, side);
    Optional<String> text = of(side).line(line);
    List<String> others = others(row, side);
    Change change = change(row, side, text);
    return new Fields()
        .put("side", side.word())
        .put("change", change.word)
        .put("sign", change.sign)
        .put("number", text.isPresent() ? of(side).first + line : List.of())
        .put(
            "pieces",
            text.stream().flatMap(t -> MarkedLine.of(t, others).fields().stream()),
            f -> f);
  }

  /** The lines that a line is compared with: base's, or for base's and added lines the others. */
  private List<String> others(AlignedRow row, Side side) {
    Optional<String> base = of(Side.BASE).line(row.base());
    if (side != Side.BASE && base.isPresent()) {
      return List.of(base.get());
    }
    return COLUMNS.stream()
        .filter(other -> other != side && other != Side.BASE)
        .flatMap(other -> of(other).line(lineOf(row, other)).stream())
        .toList();
  }

  /** The changes of a side to base's line. */
  private enum Change {
    SAME("same", ""),
    CHANGED("changed", "~"),
    ADDED("added", "+"),
    REMOVED("removed", "−"),
    NONE("none", "");

    private final String word;
    private final String sign;

    Change(String word, String sign) {
      this.word = word;
      this.sign = sign;
    }
  }

  private Change change(AlignedRow row, Side side, Optional<String> text) {
    Optional<String> base = of(Side.BASE).line(row.base());
    if (text.isEmpty()) {
      return side != Side.BASE && base.isPresent() ? Change.REMOVED : Change.NONE;
    }
    if (base.isEmpty()) {
      return Change.ADDED;
    }
    return text.equals(base) ? Change.SAME : Change.CHANGED;
  }
}
