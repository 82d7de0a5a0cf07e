package dev.xenvendor.merge;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.tree.Lines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Conflict markers in git's diff3 style, as {@code git mergetool} and editors know them.
 *
 * @param lineEnd what ends the lines of the file
 * @param width how often a marker repeats its character
 */
public record Markers(Labels labels, String lineEnd, int width) {

  static final int WIDTH = 7;

  /** For a text that becomes one side of another conflict, to distinguish the two. */
  static final int NESTED_WIDTH = WIDTH + 1;

  /** The hunk's three texts between labelled markers. */
  public byte[] around(Hunk hunk) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    marker(out, '<', " " + labels.local());
    body(out, hunk.local().text());
    marker(out, '|', " " + labels.base());
    body(out, hunk.base().text());
    marker(out, '=', "");
    body(out, hunk.vendor().text());
    marker(out, '>', " " + labels.vendor());
    return out.toByteArray();
  }

  private void marker(ByteArrayOutputStream out, char mark, String label) {
    String line = String.valueOf(mark).repeat(width) + label + lineEnd;
    out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
  }

  /** A marker must start a line, so a last line without an ending gets one here. */
  private void body(ByteArrayOutputStream out, byte[] text) {
    out.writeBytes(text);
    if (Lines.endsOpen(text)) {
      out.writeBytes(lineEnd.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
