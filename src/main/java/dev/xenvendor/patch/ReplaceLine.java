package dev.xenvendor.patch;

/** A whole line in the place of another. */
public record ReplaceLine(PatchFiles files, String line, String with) implements FileChange {

  public ReplaceLine {
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
      if (lines.get(i).equals(from)) {
        lines.set(i, to);
      }
      there |= lines.get(i).equals(to);
    }
    return there
        ? FileEdit.of(file.text(), lines.bytes())
        : new FileEdit.NotConcerned("it has no line '" + line.strip() + "'");
  }
}
