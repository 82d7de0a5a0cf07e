package dev.xenvendor.patch;

import dev.xenvendor.tree.LineEnd;
import dev.xenvendor.tree.Lines;

/**
 * Every line ends alike. A file that has both ends carries the change, too: its lines keep theirs,
 * and those that are new get the form.
 */
public record LineEndings(PatchFiles files, LineEnd form) implements FileChange {

  @Override
  public String kind() {
    return "line-endings";
  }

  @Override
  public String summary() {
    return "lines end in " + form.name();
  }

  @Override
  public boolean isHabit() {
    return true;
  }

  @Override
  public FileEdit edit(FileInTree file) {
    byte[] text = file.text();
    if (Lines.isBinary(text)) {
      return new FileEdit.NotConcerned("it is binary");
    }
    if (file.mixedLineEnds().isPresent()) {
      return FileEdit.of(text, file.mixedLineEnds().get().in(text, form));
    }
    return LineEnd.areMixed(text) ? FileEdit.HOLDS : FileEdit.of(text, form.in(text));
  }
}
