package dev.xenvendor.merge;

import dev.xenvendor.tree.Lines;

/** A range of a merged text: either resolved, or a hunk that a person must decide. */
public sealed interface Chunk {

  /** Lines on which the sides agree, or which only one side changed. */
  record Settled(byte[] text) implements Chunk {}

  /**
   * Lines that local and vendor changed differently.
   *
   * @param number counts the hunks of a file from 1
   */
  record Hunk(int number, HunkText base, HunkText local, HunkText vendor) implements Chunk {

    public HunkText of(Side side) {
      return switch (side) {
        case BASE -> base;
        case LOCAL -> local;
        case VENDOR -> vendor;
      };
    }

    /** A hunk is no other that reads the same. */
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /**
   * One side of a hunk.
   *
   * @param firstLine the line of that side's file where the text starts, counted from 1
   * @param text the lines, each with its line ending; the last line of a file may have none
   */
  record HunkText(int firstLine, byte[] text) {

    public int lineCount() {
      return Lines.count(text);
    }
  }
}
