package dev.xenvendor.patch.edit;

import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.FileChange;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.FileInTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.patch.text.TextLines;

/** No white space at the end of any line. */
public record StripTrailingWhitespace(FileSelection files) implements FileChange {

  public static final ChangeKind<StripTrailingWhitespace> KIND =
      new ChangeKind<>(
          "strip-trailing-whitespace",
          StripTrailingWhitespace.class,
          "removes white space at the ends of lines",
          new MappingType.Builder<StripTrailingWhitespace>()
              .with(FileSelection.KEYS, StripTrailingWhitespace::files)
              .madeBy(in -> new StripTrailingWhitespace(in.get(FileSelection.KEYS))));

  @Override
  public ChangeKind<StripTrailingWhitespace> kind() {
    return KIND;
  }

  @Override
  public String summary() {
    return "no white space at the ends of lines";
  }

  @Override
  public boolean isHabit() {
    return true;
  }

  @Override
  public FileEdit edit(FileInTree file) {
    TextLines lines = new TextLines(file.text());
    for (int line = 0; line < lines.size(); line++) {
      lines.set(line, stripped(lines.get(line)));
    }
    return FileEdit.of(file.text(), lines.bytes());
  }

  /** Blanks, tabs and form feeds; other bytes, such as Latin-1's no-break space, are text. */
  private static String stripped(String line) {
    int end = line.length();
    while (end > 0 && " \t\f\u000B\r".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }
}
