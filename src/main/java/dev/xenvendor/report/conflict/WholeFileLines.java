package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.merge.Conflict.Kind;
import dev.xenvendor.merge.Side;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.Lines;
import java.util.List;
import java.util.Optional;

/** The change of one side to a file that the other deleted or patches, as a diff. */
final class WholeFileLines {

  private static final int MOST_LINES = 16;

  private final Text text;
  private final boolean isFull;

  WholeFileLines(Text text, boolean isFull) {
    this.text = text;
    this.isFull = isFull;
  }

  void add(OpenConflict conflict, ConflictNumber number) {
    Optional<HeaderFile> base = conflict.file(Side.BASE).filter(WholeFileLines::isText);
    Optional<HeaderFile> changed =
        changedSide(conflict.kind()).flatMap(conflict::file).filter(WholeFileLines::isText);
    if (base.isEmpty() || changed.isEmpty()) {
      return;
    }
    List<String> diff = DiffLines.between(base.get().bytes(), changed.get().bytes());
    boolean isCut = !isFull && diff.size() > MOST_LINES + 1;
    int shown = isCut ? MOST_LINES : diff.size();
    for (String line : diff.subList(0, shown)) {
      text.line("     " + DiffLines.painted(line, text.style()));
    }
    if (isCut) {
      text.line(
          "     … "
              + Phrases.count(diff.size() - shown, "more line")
              + text.style().commands(": xenvendor conflicts " + number));
    }
  }

  private static Optional<Side> changedSide(Kind kind) {
    return switch (kind) {
      case MODIFY_DELETE, RENAME_DELETE -> Optional.of(Side.LOCAL);
      case DELETE_MODIFY, PATCH_DOES_NOT_APPLY -> Optional.of(Side.VENDOR);
      default -> Optional.empty();
    };
  }

  private static boolean isText(HeaderFile file) {
    return file.mode().isFile() && !Lines.isBinary(file.bytes());
  }
}
