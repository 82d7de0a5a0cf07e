package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;

/** Prints how many decisions of a merge are left. */
final class ConflictsLeft {

  private ConflictsLeft() {}

  static void add(Text text, ConflictsReport left) {
    int files = left.conflicts().size();
    if (files == 0) {
      text.next("xenvendor merge --continue");
    } else {
      addCount(text, left);
      text.next("xenvendor conflicts" + (files == 1 ? " " + left.conflicts().get(0).number() : ""));
    }
  }

  /** Adds how much is left, without the next command. */
  static void addCount(Text text, ConflictsReport left) {
    int files = left.conflicts().size();
    text.line(
        files == 0
            ? "Nothing is left to decide."
            : left.left() + " left to decide in " + Phrases.count(files, "file") + ".");
  }

  static void write(Json json, ConflictsReport left) {
    json.put("left", left.conflicts().stream().map(OpenConflict::path).toList());
  }
}
