package dev.xenvendor.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Moves edits that could stand at several places to where git puts them: as far down as they go, or
 * beside an edit of the other text if there is one on the way. Edits that meet become one.
 */
final class EditCompaction {

  /** One text with the lines that only it has. */
  private static final class Side {
    final int[] lines;
    final BitSet changed;

    Side(int[] lines, BitSet changed) {
      this.lines = lines;
      this.changed = changed;
    }
  }

  /** A run of changed lines between two lines that both texts have; it may be empty. */
  private static final class Group {
    private final Side side;
    int start;
    int end;

    Group(Side side) {
      this.side = side;
      growDown();
    }

    boolean isEmpty() {
      return start == end;
    }

    private void growDown() {
      end = side.changed.nextClearBit(end);
    }

    private void growUp() {
      start = start == 0 ? 0 : side.changed.previousClearBit(start - 1) + 1;
    }

    boolean next() {
      if (end == side.lines.length) {
        return false;
      }
      start = end + 1;
      end = start;
      growDown();
      return true;
    }

    void previous() {
      end = start - 1;
      start = end;
      growUp();
    }

    boolean slideUp() {
      if (start == 0 || side.lines[start - 1] != side.lines[end - 1]) {
        return false;
      }
      side.changed.set(--start);
      side.changed.clear(--end);
      growUp();
      return true;
    }

    boolean slideDown() {
      if (end == side.lines.length || side.lines[start] != side.lines[end]) {
        return false;
      }
      side.changed.clear(start++);
      side.changed.set(end++);
      growDown();
      return true;
    }
  }

  private final Side before;
  private final Side after;

  EditCompaction(int[] before, int[] after, Histogram histogram) {
    this.before = new Side(before, histogram.removed);
    this.after = new Side(after, histogram.inserted);
  }

  List<LineEdit> placed() {
    place(before, after);
    place(after, before);
    return edits();
  }

  private static void place(Side side, Side otherSide) {
    Group group = new Group(side);
    Group other = new Group(otherSide);
    do {
      if (!group.isEmpty()) {
        place(group, other);
      }
    } while (group.next() && other.next());
  }

  private static void place(Group group, Group other) {
    int size;
    int highestEnd;
    boolean meetsOther;
    do {
      size = group.end - group.start;
      while (group.slideUp()) {
        other.previous();
      }
      highestEnd = group.end;
      meetsOther = !other.isEmpty();
      while (group.slideDown()) {
        other.next();
        meetsOther |= !other.isEmpty();
      }
    } while (size != group.end - group.start);
    if (group.end != highestEnd && meetsOther) {
      while (other.isEmpty()) {
        group.slideUp();
        other.previous();
      }
    }
  }

  private List<LineEdit> edits() {
    List<LineEdit> edits = new ArrayList<>();
    int a = 0;
    int b = 0;
    while (a < before.lines.length || b < after.lines.length) {
      int endA = before.changed.nextClearBit(a);
      int endB = after.changed.nextClearBit(b);
      if (endA > a || endB > b) {
        edits.add(new LineEdit(a, endA, b, endB));
      }
      // Behind an edit both texts have the same line, or end.
      a = endA + 1;
      b = endB + 1;
    }
    return edits;
  }
}
