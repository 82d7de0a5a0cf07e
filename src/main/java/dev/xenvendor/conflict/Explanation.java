package dev.xenvendor.conflict;

import dev.xenvendor.merge.Side;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.release.UpstreamCommit;
import java.util.List;
import java.util.Optional;

/**
 * The explanation of a hunk, or of a file that conflicts as a whole: why it conflicts, and what
 * could be done.
 *
 * @param patches the declared local changes that touch its lines
 * @param edits the undeclared ones, as the patches that `patches new` would write
 * @param upstream the commits of upstream's that changed its lines
 */
public record Explanation(
    List<LocalPatch> patches,
    List<LocalPatch> edits,
    List<UpstreamCommit> upstream,
    Optional<Suggestion> suggestion) {

  /** Nothing is known, or was asked for. */
  static final Explanation NONE =
      new Explanation(List.of(), List.of(), List.of(), Optional.empty());

  /**
   * A suggested resolution. It is offered, never taken unasked.
   *
   * @param side the side to take where a whole file is meant
   * @param text the lines to replace the hunk; those of the whole file, none to delete it
   * @param how how it was obtained
   * @param check what it was checked for; empty where nothing was to check
   */
  public record Suggestion(Optional<Side> side, byte[] text, String how, String check) {}

  /** Returns what local changed there, in words. */
  public List<String> editsInWords() {
    return edits.stream().map(edit -> edit.change().summary()).toList();
  }

  Explanation with(List<UpstreamCommit> commits) {
    return new Explanation(patches, edits, commits, suggestion);
  }
}
