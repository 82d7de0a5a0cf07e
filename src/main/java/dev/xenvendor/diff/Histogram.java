package dev.xenvendor.diff;

import java.util.Arrays;
import java.util.BitSet;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * Finds what two texts have in common by their rarest common lines, as git's histogram difference
 * does: the longest run of equal lines around the line that is least frequent splits both texts,
 * and the parts before and after it are treated alike.
 *
 * <p>JGit's own class of that name cuts common ends off before it counts lines, and so comes to
 * other edits than git in some texts that are mostly repetition.
 */
final class Histogram {

  /** Lines more frequent than this say nothing about what belongs together. */
  private static final int MOST_FREQUENT = 64;

  private final int[] before;
  private final int[] after;
  final BitSet removed;
  final BitSet inserted;

  // Of the part of `before` that is read, by line number: the first place, how many places.
  private final int[] first;
  private final int[] frequency;
  // By place: the next place of the same line; -1 where there is none.
  private final int[] next;

  // The best run of equal lines so far.
  private int runBefore;
  private int runAfter;
  private int runLength;
  private int rarest;
  private boolean anyCommon;

  private Histogram(int[] before, int[] after, int lineCount) {
    this.before = before;
    this.after = after;
    this.removed = new BitSet(before.length);
    this.inserted = new BitSet(after.length);
    this.first = new int[lineCount];
    this.frequency = new int[lineCount];
    this.next = new int[before.length];
  }

  /** Compares two texts, given as line numbers below {@code lineCount}. */
  static Histogram compare(int[] before, int[] after, int lineCount) {
    Histogram histogram = new Histogram(before, after, lineCount);
    histogram.compare(0, before.length, 0, after.length);
    return histogram;
  }

  private void compare(int beforeBegin, int beforeEnd, int afterBegin, int afterEnd) {
    int a = beforeBegin;
    int b = afterBegin;
    while (a < beforeEnd && b < afterEnd) {
      findRun(a, beforeEnd, b, afterEnd);
      if (anyCommon && rarest > MOST_FREQUENT) {
        compareByMyers(a, beforeEnd, b, afterEnd);
        return;
      }
      if (runLength == 0) {
        break;
      }
      int nextA = runBefore + runLength;
      int nextB = runAfter + runLength;
      compare(a, runBefore, b, runAfter);
      a = nextA;
      b = nextB;
    }
    removed.set(a, beforeEnd);
    inserted.set(b, afterEnd);
  }

  private void findRun(int beforeBegin, int beforeEnd, int afterBegin, int afterEnd) {
    for (int place = beforeEnd - 1; place >= beforeBegin; place--) {
      int line = before[place];
      next[place] = frequency[line] == 0 ? -1 : first[line];
      first[line] = place;
      frequency[line]++;
    }
    runLength = 0;
    rarest = MOST_FREQUENT + 1;
    anyCommon = false;
    int place = afterBegin;
    while (place < afterEnd) {
      place = tryRuns(place, beforeBegin, beforeEnd, afterBegin, afterEnd);
    }
    for (int i = beforeBegin; i < beforeEnd; i++) {
      frequency[before[i]] = 0;
    }
  }

  /** Tries every run through one line of the second text; returns where to go on. */
  private int tryRuns(int place, int beforeBegin, int beforeEnd, int afterBegin, int afterEnd) {
    int line = after[place];
    int goOn = place + 1;
    if (frequency[line] == 0) {
      return goOn;
    }
    anyCommon = true;
    if (frequency[line] > rarest) {
      return goOn;
    }
    int start = first[line];
    while (start >= 0) {
      int a = start;
      int b = place;
      int rare = frequency[line];
      while (a > beforeBegin && b > afterBegin && before[a - 1] == after[b - 1]) {
        a--;
        b--;
        rare = Math.min(rare, frequency[before[a]]);
      }
      int endA = start + 1;
      int endB = place + 1;
      while (endA < beforeEnd && endB < afterEnd && before[endA] == after[endB]) {
        rare = Math.min(rare, frequency[before[endA]]);
        endA++;
        endB++;
      }
      goOn = Math.max(goOn, endB);
      if (endA - a > runLength || rare < rarest) {
        runBefore = a;
        runAfter = b;
        runLength = endA - a;
        rarest = rare;
      }
      do {
        start = next[start];
      } while (start >= 0 && start < endA);
    }
    return goOn;
  }

  /** Compares by Myers' algorithm, as git does where every common line is frequent. */
  private void compareByMyers(int beforeBegin, int beforeEnd, int afterBegin, int afterEnd) {
    Numbers a = new Numbers(Arrays.copyOfRange(before, beforeBegin, beforeEnd));
    Numbers b = new Numbers(Arrays.copyOfRange(after, afterBegin, afterEnd));
    for (Edit edit : MyersDiff.INSTANCE.diff(new NumbersComparator(), a, b)) {
      removed.set(beforeBegin + edit.getBeginA(), beforeBegin + edit.getEndA());
      inserted.set(afterBegin + edit.getBeginB(), afterBegin + edit.getEndB());
    }
  }

  /** Line numbers as JGit wants them. */
  private static final class Numbers extends Sequence {
    private final int[] numbers;

    Numbers(int[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public int size() {
      return numbers.length;
    }
  }

  /** Compares line numbers. */
  private static final class NumbersComparator extends SequenceComparator<Numbers> {
    @Override
    public boolean equals(Numbers a, int ai, Numbers b, int bi) {
      return a.numbers[ai] == b.numbers[bi];
    }

    @Override
    public int hash(Numbers sequence, int index) {
      return sequence.numbers[index];
    }
  }
}
