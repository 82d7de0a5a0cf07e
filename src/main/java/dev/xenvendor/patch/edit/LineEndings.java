package dev.xenvendor.patch.edit;

import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.FileChange;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.FileInTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.LocalFormatting;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.patch.text.MixedLineEnds;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.LineEnd;
import dev.xenvendor.tree.Lines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every line ends alike. A file that has both ends carries the change, too: its lines keep theirs,
 * and those that are new get the form.
 */
public record LineEndings(FileSelection files, LineEnd form) implements FileChange {

  private static final Key<LineEnd> FORM =
      new Key<>(
          "form", KeyType.TEXT.as(LineEnd::ofWord, LineEnd::word).among(List.of("crlf", "lf")));

  public static final ChangeKind<LineEndings> KIND =
      new ChangeKind<>(
          "line-endings",
          LineEndings.class,
          """
          every line ends with `crlf` or `lf`. In a file with both, lines keep their endings and \
          new lines get `form`""",
          new MappingType.Builder<LineEndings>()
              .with(FileSelection.KEYS, LineEndings::files)
              .with(FORM, LineEndings::form)
              .madeBy(in -> new LineEndings(in.get(FileSelection.KEYS), in.get(FORM))));

  @Override
  public ChangeKind<LineEndings> kind() {
    return KIND;
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
    return sentence() + " in this tree.\nHeaders of new releases get this form, too.\n";
  }

  @Override
  public Stage stage() {
    return Stage.LINE_ENDS;
  }

  @Override
  public LocalFormatting spelling(HeaderTree tree) {
    Map<HeaderPath, MixedLineEnds> mixed = new HashMap<>();
    for (HeaderPath path : files.in(tree, Map.of())) {
      byte[] text = tree.get(path).orElseThrow().bytes();
      if (LineEnd.areMixed(text)) {
        mixed.put(path, new MixedLineEnds(text));
      }
    }
    return new LocalFormatting(Map.of(), mixed);
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
    return LineEnd.areMixed(text) ? new FileEdit.Holds() : FileEdit.of(text, form.in(text));
  }
}
