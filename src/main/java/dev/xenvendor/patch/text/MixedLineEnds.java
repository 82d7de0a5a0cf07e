package dev.xenvendor.patch.text;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.tree.LineEnd;
import dev.xenvendor.tree.Lines;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * The line ends of the tree's own copy of a header in which some end in one way, some in another.
 */
public record MixedLineEnds(byte[] local) {

  /**
   * Another text of the header: lines that local has keep local's ends, the others get the form.
   */
  public byte[] in(byte[] text, LineEnd form) {
    List<byte[]> localLines = Lines.split(local);
    List<byte[]> lines = Lines.split(text);
    List<LineEdit> edits = LineDiff.between(LineEnd.LF.in(local), LineEnd.LF.in(text));
    LineEnd[] ends = new LineEnd[lines.size()];
    Arrays.fill(ends, form);
    LineEdit.forEachKept(
        edits,
        localLines.size(),
        (here, there) -> ends[there] = LineEnd.of(localLines.get(here)).orElse(form));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int line = 0; line < ends.length; line++) {
      ends[line].write(out, lines.get(line));
    }
    return out.toByteArray();
  }
}
