package dev.xenvendor.patch.file;

import dev.xenvendor.patch.AddFile;
import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.RelocateDefinitions;
import dev.xenvendor.patch.RemoveFile;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.patch.edit.DefineMacros;
import dev.xenvendor.patch.edit.IdentLine;
import dev.xenvendor.patch.edit.InsertLines;
import dev.xenvendor.patch.edit.LineEndings;
import dev.xenvendor.patch.edit.QualifyFields;
import dev.xenvendor.patch.edit.ReplaceLine;
import dev.xenvendor.patch.edit.ReplaceTokens;
import dev.xenvendor.patch.edit.StripTrailingWhitespace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All the kinds of change. */
public final class ChangeKinds {

  /** The kinds in the order of their documentation. */
  public static final List<ChangeKind<?>> ALL =
      List.of(
          IdentLine.KIND,
          QualifyFields.KIND,
          ReplaceTokens.KIND,
          ReplaceLine.KIND,
          InsertLines.KIND,
          DefineMacros.KIND,
          StripTrailingWhitespace.KIND,
          LineEndings.KIND,
          RelocateDefinitions.KIND,
          AddFile.KIND,
          RemoveFile.KIND,
          TextPatch.KIND);

  private ChangeKinds() {}

  public static Optional<ChangeKind<?>> find(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** The names of the kinds in alphabetical order. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    ALL.forEach(kind -> names.add(kind.name()));
    return names;
  }
}
