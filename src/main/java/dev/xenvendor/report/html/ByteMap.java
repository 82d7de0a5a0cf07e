package dev.xenvendor.report.html;

import dev.xenvendor.abi.Meaning.Member;
import dev.xenvendor.abi.Meaning.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout of a struct as a map of its bytes, eight in a row.
 *
 * @param title whose layout it is
 * @param size in bytes
 * @param spans fields and holes, without a gap between them
 */
record ByteMap(String title, long size, List<Span> spans) {

  static final int WIDTH = 8;

  /** A field over so many whole rows is drawn shorter. */
  private static final int TALL = 3;

  private static final Pattern BITS = Pattern.compile(" : (\\d+)$");

  /** The state of some bytes, compared with the other layout of the same type. */
  private enum State {
    SAME("", ""),
    HOLE("hole", ""),
    CHANGED("altered", "changed"),
    MOVED("moved", "moved"),
    ADDED("added", "added"),
    REMOVED("removed", "removed");

    private final String look;
    private final String word;

    State(String look, String word) {
      this.look = look;
      this.word = word;
    }

    State and(State other) {
      return compareTo(other) > 0 ? this : other;
    }
  }

  /**
   * A run of bytes.
   *
   * @param end exclusive
   * @param names of the fields there, which share the bytes where they are several
   */
  private record Span(long begin, long end, String names, State state) {

    static Span hole(long begin, long end) {
      return new Span(begin, end, "hole of " + (end - begin), State.HOLE);
    }

    boolean overlaps(Span next) {
      return next.begin < end;
    }

    Span with(Span next) {
      return new Span(
          begin, Math.max(end, next.end), names + ", " + next.names, state.and(next.state));
    }
  }

  /** Cells in one row of the map. */
  private record Row(String offset, List<Fields> cells) {

    Fields fields() {
      return new Fields().put("offset", offset).put("cells", cells.stream(), cell -> cell);
    }
  }

  /**
   * Returns the map of a layout; empty where it was not measured.
   *
   * @param other the layout that it is compared with
   * @param isNew whether the other is the older
   */
  static Optional<ByteMap> of(String title, Shape shape, Optional<Shape> other, boolean isNew) {
    boolean measured =
        shape.size().isPresent()
            && !shape.members().isEmpty()
            && shape.members().stream().allMatch(member -> member.position().isPresent());
    if (!measured) {
      return Optional.empty();
    }
    Map<String, Member> others = new HashMap<>();
    other.ifPresent(o -> o.members().forEach(member -> others.put(member.path(), member)));
    List<Span> fields =
        shape.members().stream()
            .filter(member -> !member.path().contains("."))
            .map(member -> span(member, Optional.ofNullable(others.get(member.path())), isNew))
            .sorted(Comparator.comparingLong(Span::begin))
            .toList();
    long size = shape.size().getAsLong();
    return Optional.of(new ByteMap(title, size, filled(fields, size)));
  }

  private static Span span(Member member, Optional<Member> other, boolean isNew) {
    long begin = member.position().orElseThrow() / Byte.SIZE;
    State state = other.map(o -> state(member, o)).orElse(isNew ? State.ADDED : State.REMOVED);
    return new Span(begin, end(member), member.path(), state);
  }

  private static State state(Member member, Member other) {
    if (!member.position().equals(other.position())) {
      return State.MOVED;
    }
    boolean same = member.size().equals(other.size()) && member.type().equals(other.type());
    return same ? State.SAME : State.CHANGED;
  }

  private static long end(Member member) {
    long position = member.position().orElseThrow();
    Matcher bits = BITS.matcher(member.type());
    if (bits.find()) {
      long last = position + Long.parseLong(bits.group(1)) + Byte.SIZE - 1;
      return last / Byte.SIZE;
    }
    return position / Byte.SIZE + member.size().orElse(member.isBitField() ? 1 : 0);
  }

  /** The fields with the holes between them; those that share bytes are one. */
  private static List<Span> filled(List<Span> fields, long size) {
    List<Span> spans = new ArrayList<>();
    long filledTo = 0;
    for (Span field : fields) {
      Span last = spans.isEmpty() ? field : spans.get(spans.size() - 1);
      if (!spans.isEmpty() && last.overlaps(field)) {
        spans.set(spans.size() - 1, last.with(field));
      } else {
        if (field.begin > filledTo) {
          spans.add(Span.hole(filledTo, field.begin));
        }
        spans.add(field);
      }
      filledTo = Math.max(filledTo, field.end);
    }
    if (filledTo < size) {
      spans.add(Span.hole(filledTo, size));
    }
    return spans;
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Span span : spans) {
      long at = span.begin;
      boolean first = true;
      while (at < span.end) {
        long whole = at % WIDTH == 0 ? (span.end - at) / WIDTH : 0;
        long taken = whole >= TALL ? whole * WIDTH : Math.min(span.end, nextRow(at)) - at;
        if (at % WIDTH == 0 || rows.isEmpty()) {
          rows.add(new Row(offsets(at, taken), new ArrayList<>()));
        }
        rows.get(rows.size() - 1).cells.add(cell(span, taken, first));
        first = false;
        at += taken;
      }
    }
    return rows;
  }

  private static long nextRow(long at) {
    return (at / WIDTH + 1) * WIDTH;
  }

  private static String offsets(long at, long taken) {
    return taken > WIDTH ? at + "–" + (at + taken - 1) : String.valueOf(at);
  }

  private static Fields cell(Span span, long taken, boolean first) {
    boolean hole = span.state == State.HOLE;
    return new Fields()
        .put("bytes", Math.min(taken, WIDTH))
        .put("look", span.state.look)
        .put("tall", taken > WIDTH)
        .put("label", Optional.of(span.names).filter(n -> first && !hole))
        .put("hole", Optional.of(span.names).filter(n -> first && hole))
        .put("word", Optional.of(span.state.word).filter(word -> first && !word.isEmpty()));
  }

  Fields fields() {
    return new Fields()
        .put("title", title)
        .put("size", size)
        .put("rows", rows().stream(), Row::fields)
        .put(
            "open",
            spans.stream().filter(span -> span.begin == span.end),
            span -> new Fields().put("name", span.names).put("offset", span.begin));
  }
}
