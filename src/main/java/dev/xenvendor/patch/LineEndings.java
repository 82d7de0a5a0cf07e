package dev.xenvendor.patch;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.LineEnd;
import dev.xenvendor.tree.Lines;
import java.util.HashMap;
import java.util.Map;

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
  public String sentence() {
    return "Lines end in " + form.name();
  }

  @Override
  public String description() {
    return sentence() + " in this tree.\nHeaders of new releases get this form as well.\n";
  }

  @Override
  public Stage stage() {
    return Stage.LINE_ENDS;
  }

  @Override
  public LocalSpelling spelling(HeaderTree tree) {
    Map<HeaderPath, MixedLineEnds> mixed = new HashMap<>();
    for (HeaderPath path : files.in(tree, Map.of())) {
      byte[] text = tree.get(path).orElseThrow().bytes();
      if (LineEnd.areMixed(text)) {
        mixed.put(path, new MixedLineEnds(text));
      }
    }
    return new LocalSpelling(Map.of(), mixed);
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
