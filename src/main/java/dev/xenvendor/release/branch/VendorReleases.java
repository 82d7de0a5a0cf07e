package dev.xenvendor.release.branch;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;

/** A vendor branch to read: a branch whose every commit is one pristine release. */
public interface VendorReleases {

  /** Returns what is on the branch, with whatever does not belong there. */
  BranchHistory history();

  /**
   * Returns the releases on the branch, oldest first; none where there is no branch yet. Refuses a
   * branch that holds anything else.
   */
  List<ImportedRelease> releases();

  /** Returns a release's headers, as seen from the prefix. */
  HeaderTree headers(ImportedRelease release);

  /** Returns the headers of a version; empty where the branch does not hold it. */
  default Optional<HeaderTree> published(Version version) {
    return history().releases().stream()
        .filter(release -> release.version().equals(version))
        .findFirst()
        .map(this::headers);
  }

  /** Returns the tags that are called as releases are; none where there are no such things. */
  default List<ReleaseTag> tags() {
    return List.of();
  }

  /** Returns what a command of the version control calls a release: its tag, else its commit. */
  default String revision(ImportedRelease release) {
    return tags().stream()
        .filter(tag -> tag.version().equals(release.version()))
        .filter(tag -> tag.commit().equals(Optional.of(release.commit())))
        .map(ReleaseTag::name)
        .findFirst()
        .orElseGet(() -> release.commit().abbreviated());
  }
}
