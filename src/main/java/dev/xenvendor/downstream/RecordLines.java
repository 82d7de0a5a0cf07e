package dev.xenvendor.downstream;

import dev.xenvendor.downstream.MergeRecord.RecordedFile;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The list of files of a record, as the text that it is stored as. A merge in a large tree copies
 * nearly all lines from one record to the next.
 */
final class RecordLines {

  private final byte[] text;

  private RecordLines(byte[] text) {
    this.text = text;
  }

  /** The lines in a text; empty where they are not all as this program writes them. */
  static Optional<RecordLines> in(byte[] text) {
    return RecordLine.areAll(text) ? Optional.of(new RecordLines(text)) : Optional.empty();
  }

  /** The lines of a list of files. */
  static RecordLines of(SortedMap<HeaderPath, RecordedFile> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.forEach((path, file) -> out.writeBytes(RecordLine.of(path, file)));
    return new RecordLines(out.toByteArray());
  }

  byte[] text() {
    return text;
  }

  SortedMap<HeaderPath, RecordedFile> files() {
    SortedMap<HeaderPath, RecordedFile> files = new TreeMap<>();
    for (RecordLine line = new RecordLine(text); line.next(); ) {
      files.put(line.path(), line.file());
    }
    return files;
  }

  /**
   * The lines of the next record. A file that the edits do not name stays as it was published, and
   * has no local patch any more.
   *
   * @param edits by path, the new line, or none where the file goes away
   */
  RecordLines next(SortedMap<HeaderPath, Optional<RecordedFile>> edits) {
    Copy copy = new Copy();
    Iterator<Map.Entry<HeaderPath, Optional<RecordedFile>>> rest = edits.entrySet().iterator();
    Map.Entry<HeaderPath, Optional<RecordedFile>> edit = following(rest);
    for (RecordLine line = new RecordLine(text); line.next(); ) {
      while (edit != null && line.compareTo(edit.getKey()) > 0) {
        copy.insert(line.begin(), edit.getKey(), edit.getValue());
        edit = following(rest);
      }
      if (edit != null && line.compareTo(edit.getKey()) == 0) {
        copy.replace(line, edit.getKey(), edit.getValue());
        edit = following(rest);
      } else if (line.isPatched()) {
        GitId pristine = line.file().pristine();
        copy.replace(line, line.path(), Optional.of(new RecordedFile(pristine, pristine)));
      }
    }
    for (; edit != null; edit = following(rest)) {
      copy.insert(text.length, edit.getKey(), edit.getValue());
    }
    return copy.end();
  }

  private static <T> @Nullable T following(Iterator<T> rest) {
    return rest.hasNext() ? rest.next() : null;
  }

  /** A copy of the text under way. */
  private final class Copy {

    private final ByteArrayOutputStream out =
        new ByteArrayOutputStream(text.length + text.length / 16 + 100);

    /** The offset of the first byte that is not copied yet. */
    private int begin;

    void replace(RecordLine line, HeaderPath path, Optional<RecordedFile> by) {
      insert(line.begin(), path, by);
      begin = line.end();
    }

    void insert(int at, HeaderPath path, Optional<RecordedFile> file) {
      out.write(text, begin, at - begin);
      begin = at;
      file.ifPresent(f -> out.writeBytes(RecordLine.of(path, f)));
    }

    RecordLines end() {
      out.write(text, begin, text.length - begin);
      return new RecordLines(out.toByteArray());
    }
  }
}
