package dev.xenvendor.downstream;

import dev.xenvendor.downstream.MergeRecord.RecordedFile;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in the list of files of a record: one line, {@code PATH: {pristine: ID}} or more. */
final class RecordLine {

  private static final byte[] INDENTATION = ascii("  ");
  private static final byte[] PRISTINE = ascii(": {pristine: ");
  private static final byte[] PATCHED = ascii(", patched: ");
  private static final byte[] END = ascii("}\n");
  private static final int ID = 2 * GitId.LENGTH;

  private final byte[] text;
  private int begin;
  private int pathBegin;
  private int pathEnd;
  private int end;
  private boolean patched;

  RecordLine(byte[] text) {
    this.text = text;
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  /** The line of a file, as it is written. */
  static byte[] of(HeaderPath path, RecordedFile file) {
    String more = file.isPatched() ? ", patched: " + file.patched() : "";
    String line = YamlText.scalar(path.value()) + ": {pristine: " + file.pristine() + more;
    return ("  " + line + "}\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Goes on to the next line, which is as this program writes it. */
  boolean next() {
    return end < text.length && read(end);
  }

  /** Returns whether the whole text is lines without quotes, in path order. */
  static boolean areAll(byte[] text) {
    RecordLine line = new RecordLine(text);
    while (line.end < text.length) {
      int before = line.pathBegin;
      int beforeEnd = line.pathEnd;
      if (!line.read(line.end)
          || Arrays.compareUnsigned(text, before, beforeEnd, text, line.pathBegin, line.pathEnd)
              >= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean read(int from) {
    begin = from;
    pathBegin = after(INDENTATION, from);
    pathEnd = pathBegin;
    while (pathBegin >= 0
        && pathEnd < text.length
        && YamlText.isPlain((char) text[pathEnd], pathEnd == pathBegin)) {
      pathEnd++;
    }
    int at = afterId(after(PRISTINE, pathEnd));
    int more = afterId(after(PATCHED, at));
    patched = more >= 0;
    end = after(END, patched ? more : at);
    return end >= 0 && pathEnd > pathBegin;
  }

  private int after(byte[] word, int at) {
    int next = at + word.length;
    boolean there =
        at >= 0 && next <= text.length && Arrays.equals(text, at, next, word, 0, word.length);
    return there ? next : -1;
  }

  private int afterId(int at) {
    if (at < 0 || at + ID > text.length) {
      return -1;
    }
    for (int i = at; i < at + ID; i++) {
      boolean digit = text[i] >= '0' && text[i] <= '9';
      if (!digit && (text[i] < 'a' || text[i] > 'f')) {
        return -1;
      }
    }
    return at + ID;
  }

  int begin() {
    return begin;
  }

  int end() {
    return end;
  }

  boolean isPatched() {
    return patched;
  }

  HeaderPath path() {
    return new HeaderPath(
        new String(text, pathBegin, pathEnd - pathBegin, StandardCharsets.US_ASCII));
  }

  RecordedFile file() {
    int at = pathEnd + PRISTINE.length;
    GitId pristine = id(at);
    return new RecordedFile(pristine, patched ? id(at + ID + PATCHED.length) : pristine);
  }

  private GitId id(int at) {
    return GitId.of(new String(text, at, ID, StandardCharsets.US_ASCII));
  }

  /** Compares the line's path with another one, which may hold any character. */
  int compareTo(HeaderPath path) {
    String other = path.value();
    int length = Math.min(pathEnd - pathBegin, other.length());
    for (int i = 0; i < length; i++) {
      int order = text[pathBegin + i] - other.charAt(i);
      if (order != 0) {
        return order;
      }
    }
    return pathEnd - pathBegin - other.length();
  }
}
