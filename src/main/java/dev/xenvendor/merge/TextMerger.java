package dev.xenvendor.merge;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.diff.LineInterner;
import dev.xenvendor.diff.NumberedText;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.HunkText;
import dev.xenvendor.merge.Chunk.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merges three texts line by line (diff3), with git's rules for what conflicts: changes of the two
 * sides that touch or overlap, unless they come out the same.
 *
 * <p>Lines that both sides put at the start or the end of a conflict are resolved; the rest of it
 * stays in one piece, so that base's lines still make sense beside it.
 */
public final class TextMerger {

  private final boolean settles;

  /** A merger that leaves every hunk that git would leave. */
  public TextMerger() {
    this(false);
  }

  private TextMerger(boolean settles) {
    this.settles = settles;
  }

  /** A merger that also resolves the hunks in which one side has nothing of its own. */
  public static TextMerger settling() {
    return new TextMerger(true);
  }

  public MergedText merge(byte[] base, byte[] local, byte[] vendor) {
    LineInterner numbers = new LineInterner();
    NumberedText baseLines = numbers.of(base);
    NumberedText localLines = numbers.of(local);
    NumberedText vendorLines = numbers.of(vendor);
    Merge merge = new Merge(baseLines, localLines, vendorLines);
    merge.combine(
        LineDiff.between(baseLines, localLines, numbers),
        LineDiff.between(baseLines, vendorLines, numbers));
    return settles ? merge.text(new HunkResolver(base, vendor)) : merge.text(null);
  }

  /** A stretch where local, vendor or both differ from base; line numbers count from 0. */
  private static final class Change {
    boolean inLocal;
    boolean inVendor;
    int base;
    int baseEnd;
    int local;
    int localEnd;
    int vendor;
    int vendorEnd;

    boolean touches(Change next) {
      return next.local <= localEnd || next.vendor <= vendorEnd;
    }

    void extendTo(Change next) {
      inLocal |= next.inLocal;
      inVendor |= next.inVendor;
      baseEnd = next.baseEnd;
      localEnd = next.localEnd;
      vendorEnd = next.vendorEnd;
    }
  }

  /** The state of one merge. */
  private static final class Merge {
    private final NumberedText base;
    private final NumberedText local;
    private final NumberedText vendor;
    private final List<Change> changes = new ArrayList<>();

    Merge(NumberedText base, NumberedText local, NumberedText vendor) {
      this.base = base;
      this.local = local;
      this.vendor = vendor;
    }

    void combine(List<LineEdit> localEdits, List<LineEdit> vendorEdits) {
      int l = 0;
      int v = 0;
      while (l < localEdits.size() && v < vendorEdits.size()) {
        LineEdit mine = localEdits.get(l);
        LineEdit other = vendorEdits.get(v);
        if (mine.beforeEnd() < other.beforeBegin()) {
          add(localOnly(mine, other.afterBegin() - other.beforeBegin()));
          l++;
          continue;
        }
        if (other.beforeEnd() < mine.beforeBegin()) {
          add(vendorOnly(other, mine.afterBegin() - mine.beforeBegin()));
          v++;
          continue;
        }
        if (!sameEdit(mine, other)) {
          add(both(mine, other));
        }
        int mineEnd = mine.beforeEnd();
        int otherEnd = other.beforeEnd();
        if (mineEnd >= otherEnd) {
          v++;
        }
        if (otherEnd >= mineEnd) {
          l++;
        }
      }
      for (; l < localEdits.size(); l++) {
        add(localOnly(localEdits.get(l), vendor.size() - base.size()));
      }
      for (; v < vendorEdits.size(); v++) {
        add(vendorOnly(vendorEdits.get(v), local.size() - base.size()));
      }
    }

    private void add(Change change) {
      Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
      if (last != null && last.touches(change)) {
        last.extendTo(change);
      } else {
        changes.add(change);
      }
    }

    /** The shift is the distance of vendor's lines from base's at this place. */
    private static Change localOnly(LineEdit edit, int vendorShift) {
      Change change = new Change();
      change.inLocal = true;
      change.base = edit.beforeBegin();
      change.baseEnd = edit.beforeEnd();
      change.local = edit.afterBegin();
      change.localEnd = edit.afterEnd();
      change.vendor = edit.beforeBegin() + vendorShift;
      change.vendorEnd = edit.beforeEnd() + vendorShift;
      return change;
    }

    private static Change vendorOnly(LineEdit edit, int localShift) {
      Change change = new Change();
      change.inVendor = true;
      change.base = edit.beforeBegin();
      change.baseEnd = edit.beforeEnd();
      change.local = edit.beforeBegin() + localShift;
      change.localEnd = edit.beforeEnd() + localShift;
      change.vendor = edit.afterBegin();
      change.vendorEnd = edit.afterEnd();
      return change;
    }

    /** Two edits that meet, widened to the same lines of base. */
    private static Change both(LineEdit mine, LineEdit other) {
      Change change = new Change();
      change.inLocal = true;
      change.inVendor = true;
      change.base = Math.min(mine.beforeBegin(), other.beforeBegin());
      change.baseEnd = Math.max(mine.beforeEnd(), other.beforeEnd());
      change.local = mine.afterBegin() - (mine.beforeBegin() - change.base);
      change.localEnd = mine.afterEnd() + (change.baseEnd - mine.beforeEnd());
      change.vendor = other.afterBegin() - (other.beforeBegin() - change.base);
      change.vendorEnd = other.afterEnd() + (change.baseEnd - other.beforeEnd());
      return change;
    }

    private boolean sameEdit(LineEdit mine, LineEdit other) {
      return mine.beforeBegin() == other.beforeBegin()
          && mine.beforeEnd() == other.beforeEnd()
          && mine.inserted() == other.inserted()
          && sameLines(mine.afterBegin(), other.afterBegin(), mine.inserted());
    }

    private boolean sameLines(int localLine, int vendorLine, int count) {
      for (int i = 0; i < count; i++) {
        if (!local.sameLine(localLine + i, vendor, vendorLine + i)) {
          return false;
        }
      }
      return true;
    }

    /** Unchanged lines, and those that both sides changed equally, are copied from local. */
    MergedText text(@Nullable HunkResolver settler) {
      List<Chunk> chunks = new ArrayList<>();
      int hunks = 0;
      int done = 0;
      for (Change change : changes) {
        if (!change.inVendor) {
          continue; // local's lines, copied with the lines around them
        }
        int localBegin = change.local;
        int localEnd = change.localEnd;
        if (change.inLocal) {
          trim(change);
          if (change.local == change.localEnd && change.vendor == change.vendorEnd) {
            continue;
          }
        }
        addSettled(chunks, local.bytes(done, change.local));
        done = change.localEnd;
        if (change.inLocal) {
          Hunk hunk = hunk(hunks + 1, change);
          Optional<byte[]> settled =
              settler == null
                  ? Optional.empty()
                  : settler.settle(
                      hunk,
                      local.bytes(localBegin, change.local),
                      local.bytes(change.localEnd, localEnd));
          if (settled.isPresent()) {
            addSettled(chunks, settled.get());
          } else {
            chunks.add(hunk);
            hunks++;
          }
        } else {
          addSettled(chunks, vendor.bytes(change.vendor, change.vendorEnd));
        }
      }
      addSettled(chunks, local.bytes(done, local.size()));
      return new MergedText(chunks);
    }

    private void trim(Change change) {
      while (change.local < change.localEnd
          && change.vendor < change.vendorEnd
          && local.sameLine(change.local, vendor, change.vendor)) {
        change.local++;
        change.vendor++;
      }
      while (change.local < change.localEnd
          && change.vendor < change.vendorEnd
          && local.sameLine(change.localEnd - 1, vendor, change.vendorEnd - 1)) {
        change.localEnd--;
        change.vendorEnd--;
      }
    }

    private Hunk hunk(int number, Change change) {
      return new Hunk(
          number,
          new HunkText(change.base + 1, base.bytes(change.base, change.baseEnd)),
          new HunkText(change.local + 1, local.bytes(change.local, change.localEnd)),
          new HunkText(change.vendor + 1, vendor.bytes(change.vendor, change.vendorEnd)));
    }

    private static void addSettled(List<Chunk> chunks, byte[] text) {
      if (text.length > 0) {
        chunks.add(new Settled(text));
      }
    }
  }
}
