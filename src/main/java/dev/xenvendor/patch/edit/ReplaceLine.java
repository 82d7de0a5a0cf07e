package dev.xenvendor.patch.edit;

import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.ContinuationSpacing;
import dev.xenvendor.patch.FileChange;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.FileInTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.patch.text.TextLines;

/** A whole line instead of another. */
public record ReplaceLine(FileSelection files, String line, String with) implements FileChange {

  private static final Key<String> LINE = new Key<>("line", KeyType.TEXT);

  private static final Key<String> WITH = new Key<>("with", KeyType.TEXT);

  public static final ChangeKind<ReplaceLine> KIND =
      new ChangeKind<>(
          "replace-line",
          ReplaceLine.class,
          "replaces a whole line",
          new MappingType.Builder<ReplaceLine>()
              .with(FileSelection.KEYS, ReplaceLine::files)
              .with(LINE, ReplaceLine::line)
              .with(WITH, ReplaceLine::with)
              .madeBy(
                  in -> new ReplaceLine(in.get(FileSelection.KEYS), in.get(LINE), in.get(WITH))));

  public ReplaceLine {
    TextLines.requireOneLine("line", line);
    TextLines.requireOneLine("with", with);
    if (line.equals(with)) {
      throw new IllegalArgumentException("line and with are the same");
    }
  }

  @Override
  public ChangeKind<ReplaceLine> kind() {
    return KIND;
  }

  @Override
  public String summary() {
    return "'" + line.strip() + "' becomes '" + with.strip() + "'";
  }

  @Override
  public FileEdit edit(FileInTree file) {
    String from = TextLines.latin1(line);
    String to = TextLines.latin1(with);
    TextLines lines = new TextLines(file.text());
    boolean there = false;
    for (int i = 0; i < lines.size(); i++) {
      boolean isThere = isLine(lines.get(i), to);
      if (!isThere && isLine(lines.get(i), from)) {
        lines.set(i, to);
        isThere = true;
      }
      there |= isThere;
    }
    return there
        ? FileEdit.of(file.text(), lines.bytes())
        : new FileEdit.NotConcerned("it has no line '" + line.strip() + "'");
  }

  /** Spacing before a continuation only counts where it is all that the patch is about. */
  private boolean isLine(String there, String wanted) {
    return ContinuationSpacing.same(line, with)
        ? there.equals(wanted)
        : ContinuationSpacing.same(there, wanted);
  }
}
