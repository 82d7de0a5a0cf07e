package dev.xenvendor.release.branch;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import java.util.List;
import java.util.Optional;

/**
 * The releases of a vendor branch.
 *
 * @param releases oldest first; none where there is no branch
 * @param strays the commits that are no release, newest first; there should be none
 * @param tip the commit that the local branch names; empty where there is no local branch
 */
public record BranchHistory(
    List<ImportedRelease> releases, List<Stray> strays, Optional<GitId> tip) {

  /**
   * A commit that is not an import.
   *
   * @param before its parent
   */
  public record Stray(GitId commit, String subject, Optional<GitId> before) {}

  /** Returns the releases, and refuses a branch that holds anything else. */
  public List<ImportedRelease> requireOnlyReleases(Vendor vendor) {
    for (Stray stray : strays) {
      String id = stray.commit().abbreviated();
      throw Problem.repository(
              "commit "
                  + id
                  + " on "
                  + vendor.branch()
                  + " is not an imported release: it has neither a Release trailer nor a tag")
          .hint(
              "name another branch in vendor.yaml, or tag the commit: git tag "
                  + vendor.tagPattern()
                  + " "
                  + id);
    }
    return releases;
  }
}
