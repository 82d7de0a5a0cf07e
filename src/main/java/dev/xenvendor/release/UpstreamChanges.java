package dev.xenvendor.release;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the commits of upstream's that changed the lines of a hunk. */
public final class UpstreamChanges {

  /** The commits that changed a file, oldest first. */
  @FunctionalInterface
  public interface History {
    List<UpstreamCommit> commits();
  }

  public static final History NO_HISTORY = List::of;

  private final List<UpstreamCommit> commits;

  public UpstreamChanges(History history) {
    this.commits = history.commits();
  }

  /** The commits that took away a line of the hunk's base, or brought one of the vendor's. */
  public List<UpstreamCommit> of(Hunk hunk) {
    Set<String> old = lines(hunk.base().text());
    Set<String> now = lines(hunk.vendor().text());
    Set<String> kept = new HashSet<>(old);
    kept.retainAll(now);
    old.removeAll(kept);
    now.removeAll(kept);
    return commits.stream().filter(commit -> touches(commit, old, now)).toList();
  }

  private boolean touches(UpstreamCommit commit, Set<String> old, Set<String> now) {
    List<byte[]> before = Lines.split(commit.before());
    List<byte[]> after = Lines.split(commit.after());
    for (LineEdit edit : LineDiff.between(commit.before(), commit.after())) {
      if (any(before.subList(edit.beforeBegin(), edit.beforeEnd()), old)
          || any(after.subList(edit.afterBegin(), edit.afterEnd()), now)) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(List<byte[]> lines, Set<String> wanted) {
    return lines.stream().map(UpstreamChanges::text).anyMatch(wanted::contains);
  }

  private static Set<String> lines(byte[] text) {
    Set<String> lines = new HashSet<>();
    Lines.split(text).forEach(line -> lines.add(text(line)));
    lines.remove("");
    return lines;
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1).strip();
  }
}
