package dev.xenvendor.downstream;

import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.BranchHistory;
import dev.xenvendor.release.branch.ReleaseTag;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vendor branch that is read once. */
final class CachedReleases implements VendorReleases {

  private final VendorReleases branch;
  private final Lazy<BranchHistory> history;
  private final Lazy<List<ImportedRelease>> releases;
  private final Lazy<List<ReleaseTag>> tags;
  private final Map<ImportedRelease, HeaderTree> headers = new HashMap<>();

  CachedReleases(VendorReleases branch) {
    this.branch = branch;
    this.history = new Lazy<>(branch::history);
    this.releases = new Lazy<>(this::readReleases);
    this.tags = new Lazy<>(branch::tags);
  }

  private List<ImportedRelease> readReleases() {
    return history().strays().isEmpty() ? history().releases() : branch.releases();
  }

  @Override
  public BranchHistory history() {
    return history.get();
  }

  @Override
  public List<ImportedRelease> releases() {
    return releases.get();
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
