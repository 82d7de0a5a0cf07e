package dev.xenvendor.check.inspection;

import dev.xenvendor.release.BranchHistory;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.ReleaseTag;
import dev.xenvendor.release.VendorReleases;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A vendor branch to look at, which is read once. A commit on it that is no release does not stand
 * in the way of those that are.
 */
final class SeenBranch implements VendorReleases {

  private final VendorReleases branch;
  private final Lazy<BranchHistory> history;
  private final Lazy<List<ReleaseTag>> tags;
  private final Map<ImportedRelease, HeaderTree> headers = new HashMap<>();

  SeenBranch(VendorReleases branch) {
    this.branch = branch;
    this.history = new Lazy<>(branch::history);
    this.tags = new Lazy<>(branch::tags);
  }

  @Override
  public BranchHistory history() {
    return history.get();
  }

  @Override
  public List<ImportedRelease> releases() {
    return history().releases();
  }

  @Override
  public HeaderTree headers(ImportedRelease release) {
    return headers.computeIfAbsent(release, branch::headers);
  }

  @Override
  public List<ReleaseTag> tags() {
    return tags.get();
  }

  @Override
  public String revision(ImportedRelease release) {
    return branch.revision(release);
  }
}
