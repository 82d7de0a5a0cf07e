package dev.xenvendor.patch.edit;

import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.FileChange;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.FileInTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.patch.text.Directives;
import dev.xenvendor.patch.text.TextLines;
import java.util.List;
import java.util.Optional;

/** Lines at a place that every release has. */
public record InsertLines(FileSelection files, Anchor anchor, List<String> lines)
    implements FileChange {

  private static final Key<List<String>> LINES =
      new Key<>("lines", KeyType.LINES, "A list of lines, or one text of several.");

  public static final ChangeKind<InsertLines> KIND =
      new ChangeKind<>(
          "insert-lines",
          InsertLines.class,
          """
          inserts lines: a list, or one text of several lines. The change counts as made if all \
          of them are present; a line that defines a macro may have another comment""",
          new MappingType.Builder<InsertLines>()
              .with(FileSelection.KEYS, InsertLines::files)
              .with(Anchor.KEYS, InsertLines::anchor)
              .with(LINES, InsertLines::lines)
              .madeBy(
                  in ->
                      new InsertLines(
                          in.get(FileSelection.KEYS), in.get(Anchor.KEYS), in.get(LINES))));

  public InsertLines {
    if (lines.stream().allMatch(String::isBlank)) {
      throw new IllegalArgumentException("lines must contain more than blank lines");
    }
    lines.forEach(line -> TextLines.requireOneLine("each of lines", line));
    if (!Directives.areBalanced(lines) && anchor.isAtGuard()) {
      // Inserted again, they would be at another guard, or at another end of it.
      throw new IllegalArgumentException("lines must close every conditional that they open");
    }
    if (anchor.isHiddenBy(lines)) {
      // Inserted again, they would precede their own line.
      throw new IllegalArgumentException(
          "lines must not contain the line that they are inserted before");
    }
    lines = List.copyOf(lines);
  }

  @Override
  public ChangeKind<InsertLines> kind() {
    return KIND;
  }

  @Override
  public String summary() {
    String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    return (anchor.isBefore() ? "before " : "after ")
        + anchor.words()
        + ": '"
        + first.strip()
        + "'";
  }

  @Override
  public String shortName() {
    return anchor.equals(Anchor.AFTER_INCLUDE_GUARD) ? "lines-at-guard" : "lines";
  }

  @Override
  public boolean mayBeMissing() {
    return namedFiles().isEmpty();
  }

  @Override
  public FileEdit edit(FileInTree file) {
    TextLines text = new TextLines(file.text());
    Optional<Integer> place = anchor.in(text);
    if (place.isEmpty()) {
      return new FileEdit.NotConcerned(anchor.missing());
    }
    LineBlock block = new LineBlock(lines);
    if (anchor.isBefore()) {
      block.putBefore(text, place.get());
    } else {
      block.putAfter(text, place.get());
    }
    return FileEdit.of(file.text(), text.bytes());
  }
}
