package dev.xenvendor.patch;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.tree.LineEnd;
import dev.xenvendor.tree.Lines;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The line ends of the tree's own copy of a header in which some end in one way, some in another.
 */
public record MixedLineEnds(byte[] local) {

  /**
   * Another text of the header: lines that local has keep local's ends, the others get the form.
   */
  byte[] in(byte[] text, LineEnd form) {
    List<byte[]> localLines = Lines.split(local);
    List<byte[]> lines = Lines.split(text);
    List<LineEdit> edits = LineDiff.between(LineEnd.LF.in(local), LineEnd.LF.in(text));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int line = 0;
    int shift = 0;
    for (LineEdit edit : edits) {
      for (; line < edit.afterBegin(); line++) {
        endOf(localLines.get(line + shift), form).write(out, lines.get(line));
      }
      for (; line < edit.afterEnd(); line++) {
        form.write(out, lines.get(line));
      }
      shift = edit.beforeEnd() - edit.afterEnd();
    }
    for (; line < lines.size(); line++) {
      endOf(localLines.get(line + shift), form).write(out, lines.get(line));
    }
    return out.toByteArray();
  }

  private static LineEnd endOf(byte[] line, LineEnd form) {
    return LineEnd.of(line).orElse(form);
  }
}
