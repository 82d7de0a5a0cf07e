package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.resolve.ResolvedFile;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.Lines;

/** The change in the work tree's file when a text is taken, as a diff. */
final class ResolvedDiff {

  private static final byte[] NOTHING = {};

  private ResolvedDiff() {}

  static void add(Text text, ResolvedFile file) {
    byte[] before = file.before().orElse(NOTHING);
    byte[] after = file.after().orElse(NOTHING);
    String path = file.conflict().path().value();
    text.blank();
    text.line(text.style().bold("--- " + (file.before().isPresent() ? "a/" + path : "/dev/null")));
    text.line(text.style().bold("+++ " + (file.after().isPresent() ? "b/" + path : "/dev/null")));
    if (Lines.isBinary(before) || Lines.isBinary(after)) {
      text.line("Binary files differ");
      return;
    }
    DiffLines.between(before, after)
        .forEach(line -> text.line(DiffLines.painted(line, text.style())));
  }
}
