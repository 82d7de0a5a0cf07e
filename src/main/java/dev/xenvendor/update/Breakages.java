package dev.xenvendor.update;

import dev.xenvendor.c.token.Conditional;
import dev.xenvendor.c.token.HeaderStructure;
import dev.xenvendor.c.token.LeadingComments;
import dev.xenvendor.c.token.StructureFault;
import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Breakage.Belonging;
import dev.xenvendor.merge.Breakage.Place;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is not well formed in a merged header and is on all of its sides. */
public final class Breakages {

  private static final List<Side> MERGED_SIDES = List.of(Side.LOCAL, Side.VENDOR);

  private static final byte[] NOTHING = {};

  private final byte[] result;
  private final Map<Side, byte[]> sides;
  private final Map<Side, HeaderStructure> structures = new EnumMap<>(Side.class);
  private final Map<Side, List<LineEdit>> edits = new EnumMap<>(Side.class);

  private Breakages(byte[] result, Map<Side, byte[]> sides) {
    this.result = result;
    this.sides = sides;
  }

  /**
   * Returns what the merge broke; nothing in a file that is not C.
   *
   * @param sides the file as the sides that have it hold it
   */
  public static List<Breakage> in(HeaderPath path, byte[] result, Map<Side, byte[]> sides) {
    boolean isAsOnASide =
        sides.values().stream().anyMatch(side -> LeadingComments.areOnlyDifference(side, result));
    return !isAsOnASide && HeaderStructure.isC(path)
        ? new Breakages(result, sides).find()
        : List.of();
  }

  private List<Breakage> find() {
    HeaderStructure merged = HeaderStructure.of(result);
    if (merged.faults().isEmpty()) {
      return List.of();
    }
    sides.forEach((side, text) -> structures.put(side, HeaderStructure.of(text)));
    MERGED_SIDES.stream()
        .filter(sides::containsKey)
        .forEach(side -> edits.put(side, LineDiff.between(textOf(side), result)));
    return merged.faultsBeyond(structures.values()).stream()
        .map(fault -> breakage(fault, merged.conditionals()))
        .toList();
  }

  private Breakage breakage(StructureFault fault, List<Conditional> conditionals) {
    boolean open = conditionals.stream().anyMatch(c -> c.line() == fault.line());
    if (fault.key().equals("conditional") && open) {
      return unclosed(fault, conditionals);
    }
    List<Integer> lines = new ArrayList<>();
    fault.earlier().ifPresent(lines::add);
    lines.add(fault.line());
    List<Place> places = lines.stream().map(this::place).toList();
    Optional<Belonging> belonging =
        fault.key().equals("conditional") ? belonging(fault.line()) : Optional.empty();
    return new Breakage(fault.message(), places, belonging);
  }

  /**
   * A conditional that lost its end takes that of the one around it. So the one that is open at the
   * end of the file is not the one that was broken: that is the innermost whose end is, on a side,
   * another's.
   */
  private Breakage unclosed(StructureFault fault, List<Conditional> conditionals) {
    List<Conditional> within =
        conditionals.stream().filter(c -> c.line() > fault.line() && isEndedByAnother(c)).toList();
    int line = within.isEmpty() ? fault.line() : within.get(within.size() - 1).line();
    String what =
        within.isEmpty()
            ? fault.message()
            : within.get(within.size() - 1).opening() + " is never closed";
    return new Breakage(what, List.of(place(line)), belonging(line));
  }

  private boolean isEndedByAnother(Conditional conditional) {
    int end = conditional.lines().get(conditional.lines().size() - 1);
    for (Side side : MERGED_SIDES) {
      Optional<Integer> there = lineOn(side, end);
      for (Conditional other : there.isEmpty() ? List.<Conditional>of() : on(side)) {
        boolean ended = other.lines().indexOf(there.get()) > 0;
        boolean same =
            lineOn(side, conditional.line()).filter(line -> line == other.line()).isPresent()
                || other.opening().equals(conditional.opening());
        if (ended && !same) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Conditional> on(Side side) {
    return Optional.ofNullable(structures.get(side))
        .map(HeaderStructure::conditionals)
        .orElse(List.of());
  }

  private Place place(int line) {
    List<Side> having =
        MERGED_SIDES.stream().filter(side -> lineOn(side, line).isPresent()).toList();
    return new Place(
        line,
        lineOf(result, line),
        having.size() == 1 ? Optional.of(having.get(0)) : Optional.empty());
  }

  /** The line of a side's file that a line of the result is, where that side has it. */
  private Optional<Integer> lineOn(Side side, int line) {
    int at = line - 1;
    int shift = 0;
    for (LineEdit edit : edits.getOrDefault(side, List.of())) {
      if (at < edit.afterBegin()) {
        break;
      }
      if (at < edit.afterEnd()) {
        return Optional.empty();
      }
      shift = edit.beforeEnd() - edit.afterEnd();
    }
    return edits.containsKey(side) ? Optional.of(at + shift + 1) : Optional.empty();
  }

  /** The directives of the conditional that a line of the result is part of on its side. */
  private Optional<Belonging> belonging(int line) {
    for (Side side : MERGED_SIDES) {
      Optional<Integer> there = lineOn(side, line);
      if (there.isEmpty()) {
        continue;
      }
      for (Conditional conditional : on(side)) {
        if (conditional.lines().contains(there.get())) {
          return Optional.of(belonging(side, conditional, there.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Belonging belonging(Side side, Conditional conditional, int without) {
    return new Belonging(
        side,
        conditional.lines().stream()
            .filter(line -> line != without)
            .map(line -> new Place(line, lineOf(textOf(side), line), Optional.of(side)))
            .toList());
  }

  private byte[] textOf(Side side) {
    return sides.getOrDefault(side, NOTHING);
  }

  private static String lineOf(byte[] text, int line) {
    List<byte[]> lines = Lines.split(text);
    return line > lines.size()
        ? ""
        : new String(lines.get(line - 1), StandardCharsets.UTF_8).strip();
  }
}
