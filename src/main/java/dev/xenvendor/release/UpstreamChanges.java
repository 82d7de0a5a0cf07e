package dev.xenvendor.release;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the commits of upstream's that changed the lines of a hunk. */
public final class UpstreamChanges {

  /**
   * A commit with the lines that it took away and brought, without the blanks at their ends.
   *
   * @param before the lines of the file before it that are gone or changed
   * @param after the lines of the file after it that are new or changed
   */
  private record ChangedLines(UpstreamCommit commit, Set<String> before, Set<String> after) {

    static ChangedLines of(UpstreamCommit commit) {
      byte[] before = text(commit.before());
      byte[] after = text(commit.after());
      ChangedLines changed = new ChangedLines(commit, new HashSet<>(), new HashSet<>());
      List<byte[]> old = Lines.split(before);
      List<byte[]> now = Lines.split(after);
      for (LineEdit edit : LineDiff.between(before, after)) {
        changed.before.addAll(lines(old.subList(edit.beforeBegin(), edit.beforeEnd())));
        changed.after.addAll(lines(now.subList(edit.afterBegin(), edit.afterEnd())));
      }
      return changed;
    }

    private static byte[] text(Optional<HeaderFile> file) {
      return file.filter(there -> there.mode().isFile())
          .map(HeaderFile::bytes)
          .orElseGet(() -> new byte[0]);
    }

    boolean touch(Set<String> removed, Set<String> added) {
      return !Collections.disjoint(before, removed) || !Collections.disjoint(after, added);
    }
  }

  private final List<ChangedLines> changes;

  /**
   * @param commits those that changed the file, oldest first
   */
  public UpstreamChanges(List<UpstreamCommit> commits) {
    this.changes = commits.stream().map(ChangedLines::of).toList();
  }

  /** The commits that took away a line of the hunk's base, or brought one of the vendor's. */
  public List<UpstreamCommit> of(Hunk hunk) {
    Set<String> removed = lines(Lines.split(hunk.base().text()));
    Set<String> added = lines(Lines.split(hunk.vendor().text()));
    Set<String> kept = new HashSet<>(removed);
    kept.retainAll(added);
    removed.removeAll(kept);
    added.removeAll(kept);
    return changes.stream()
        .filter(change -> change.touch(removed, added))
        .map(ChangedLines::commit)
        .toList();
  }

  private static Set<String> lines(List<byte[]> lines) {
    Set<String> texts = new HashSet<>();
    lines.forEach(line -> texts.add(new String(line, StandardCharsets.ISO_8859_1).strip()));
    texts.remove("");
    return texts;
  }
}
