package dev.xenvendor.tree;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ends of a line of text. */
public enum LineEnd {
  LF,
  CRLF;

  private static final byte[] LF_BYTES = {'\n'};
  private static final byte[] CRLF_BYTES = {'\r', '\n'};

  /** The name that files of people spell. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static LineEnd ofWord(String word) {
    for (LineEnd end : values()) {
      if (end.word().equals(word)) {
        return end;
      }
    }
    throw new IllegalArgumentException("not a line end: '" + word + "' (lf or crlf)");
  }

  /** Returns what ends most lines of a text; empty where no line ends. */
  public static Optional<LineEnd> mostIn(byte[] text) {
    int crLf = count(text, CRLF);
    int lf = count(text, LF);
    return crLf + lf == 0 ? Optional.empty() : Optional.of(crLf > lf ? CRLF : LF);
  }

  /** Returns whether some lines of a text end in one way and some in the other. */
  public static boolean areMixed(byte[] text) {
    return count(text, CRLF) > 0 && count(text, LF) > 0;
  }

  private static int count(byte[] text, LineEnd end) {
    int count = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' && end == endAt(text, i)) {
        count++;
      }
    }
    return count;
  }

  private static LineEnd endAt(byte[] text, int lineFeed) {
    return lineFeed > 0 && text[lineFeed - 1] == '\r' ? CRLF : LF;
  }

  /** The end of a line as {@link Lines#split} gives it; empty where the line has none. */
  public static Optional<LineEnd> of(byte[] line) {
    return Lines.endsOpen(line) || line.length == 0
        ? Optional.empty()
        : Optional.of(endAt(line, line.length - 1));
  }

  /** The text with every line ended so; a last line without an end stays without. */
  public byte[] in(byte[] text) {
    if (count(text, this == LF ? CRLF : LF) == 0) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + text.length / 20);
    List<byte[]> lines = Lines.split(text);
    lines.forEach(line -> write(out, line));
    return out.toByteArray();
  }

  /** Writes the line with this end instead of its own. */
  public void write(ByteArrayOutputStream out, byte[] line) {
    Optional<LineEnd> own = of(line);
    out.write(line, 0, line.length - own.map(end -> end.bytes().length).orElse(0));
    if (own.isPresent()) {
      out.writeBytes(bytes());
    }
  }

  private byte[] bytes() {
    return this == LF ? LF_BYTES : CRLF_BYTES;
  }
}
