package dev.xenvendor.conflict;

import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.release.UpstreamCommit;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a hunk: why it conflicts, and what could be done.
 *
 * @param patches the declared local changes that touch its lines
 * @param edits the undeclared ones, in words
 * @param upstream the commits of upstream's that changed its lines
 */
public record Explanation(
    List<LocalPatch> patches,
    List<String> edits,
    List<UpstreamCommit> upstream,
    Optional<Suggestion> suggestion) {

  /**
   * A text for the hunk that could be worked out. It is offered, never taken unasked.
   *
   * @param text the lines to replace the hunk
   * @param how how it was obtained
   * @param check what it was checked for
   */
  public record Suggestion(byte[] text, String how, String check) {}
}
