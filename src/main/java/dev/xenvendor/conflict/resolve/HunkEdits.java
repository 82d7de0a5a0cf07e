package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.Explanation;
import dev.xenvendor.conflict.Explanation.Suggestion;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.conflict.Resolution;
import dev.xenvendor.conflict.WorkTreeHunks;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits the file of a conflict hunk by hunk. */
final class HunkEdits {

  private final OpenConflict conflict;
  private final byte[] before;
  private final List<Integer> settled = new ArrayList<>();
  private byte[] file;

  HunkEdits(OpenConflict conflict, Optional<byte[]> workTreeFile) {
    this.conflict = conflict;
    this.before = workTreeFile.orElseThrow(() -> gone(conflict.path()));
    this.file = before;
  }

  /** Resolves a hunk by what is taken. */
  void take(OpenHunk open, Resolution taking) {
    take(open, lines(open, taking));
  }

  /** Resolves a hunk by lines. */
  void take(OpenHunk open, byte[] lines) {
    file =
        WorkTreeHunks.in(file, conflict.merged())
            .taking(open.hunk(), lines)
            .orElseThrow(() -> edited(conflict.path(), open.hunk().number()));
    settled.add(open.hunk().number());
  }

  ResolvedFile result() {
    int open = conflict.merged().hunks().size() - settledBefore() - settled.size();
    // Markers that are not this program's are for the person to resolve.
    int left = open == 0 && MarkerBlock.anyMarkerIn(file) ? 1 : open;
    return new ResolvedFile(
        conflict.conflict(),
        List.copyOf(settled),
        left,
        Optional.of(before),
        Optional.of(file),
        List.of());
  }

  private int settledBefore() {
    WorkTreeHunks hunks = WorkTreeHunks.in(before, conflict.merged());
    return (int)
        conflict.merged().hunks().stream().filter(hunk -> hunks.lineOf(hunk).isEmpty()).count();
  }

  private byte[] lines(OpenHunk open, Resolution taking) {
    return switch (taking) {
      case LOCAL, VENDOR, BASE -> open.hunk().of(taking.side().orElseThrow()).text();
      case BOTH -> both(open);
      case SUGGESTED ->
          open.known()
              .flatMap(Explanation::suggestion)
              .map(Suggestion::text)
              .orElseThrow(() -> unsuggested(open));
    };
  }

  private byte[] both(OpenHunk open) {
    if (open.hunk().base().text().length > 0) {
      throw Problem.usage(
              "hunk "
                  + open.hunk().number()
                  + " of "
                  + conflict.path()
                  + " changes lines of base, so that both texts replace the same lines")
          .hint("--take both is for lines that both sides added; take one side, or edit the file");
    }
    return Lines.joined(open.hunk().local().text(), open.hunk().vendor().text());
  }

  private Problem unsuggested(OpenHunk open) {
    return Problem.usage(
            "there is no suggestion for hunk " + open.hunk().number() + " of " + conflict.path())
        .hint("xenvendor conflicts " + conflict.number() + " shows the choices");
  }

  private static Problem edited(HeaderPath path, int number) {
    return Problem.repository(
            "hunk " + number + " of " + path + " is no longer in the file as it was written")
        .hint(
            "if it is resolved: git add "
                + path
                + "; to start over: xenvendor resolve --undo "
                + path);
  }

  static Problem gone(HeaderPath path) {
    return Problem.repository(path + " is not in the work tree")
        .hint(
            "to resolve it by deleting: git rm "
                + path
                + "; to restore it with its markers: xenvendor resolve --undo "
                + path);
  }
}
