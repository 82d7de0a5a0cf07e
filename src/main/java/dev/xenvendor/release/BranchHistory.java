package dev.xenvendor.release;

import dev.xenvendor.tree.GitId;
import java.util.List;
import java.util.Optional;

/**
 * What a vendor branch holds.
 *
 * @param releases oldest first; none where there is no branch
 * @param strays the commits that are no release, newest first; there should be none
 */
public record BranchHistory(List<ImportedRelease> releases, List<Stray> strays) {

  /**
   * A commit that somebody put there.
   *
   * @param before the commit it stands on
   */
  public record Stray(GitId commit, String subject, Optional<GitId> before) {}
}
