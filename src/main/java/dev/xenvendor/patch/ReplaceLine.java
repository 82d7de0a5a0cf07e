package dev.xenvendor.patch;

/** A whole line in the place of another. */
public record ReplaceLine(PatchFiles files, String line, String with) implements FileChange {

  public ReplaceLine {
    TextLines.requireOneLine("line", line);
    TextLines.requireOneLine("with", with);
    if (line.equals(with)) {
      throw new IllegalArgumentException("line and with are the same");
    }
  }

  @Override
  public String kind() {
    return "replace-line";
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
