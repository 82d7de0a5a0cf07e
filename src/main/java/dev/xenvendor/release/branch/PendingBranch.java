package dev.xenvendor.release.branch;

import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vendor branch with an import that is not written yet, so that the merge of the release can be
 * planned first. If it is closed without {@link #write}, the branch stays unchanged.
 */
public final class PendingBranch implements VendorBranch, AutoCloseable {

  private final VendorBranch branch;
  private final Map<ImportedRelease, HeaderTree> headers = new HashMap<>();
  private final List<ImportedRelease> untagged = new ArrayList<>();
  private @Nullable PreparedReleases prepared;

  public PendingBranch(VendorBranch branch) {
    this.branch = branch;
  }

  /** Makes the branch and its tags what this one shows. */
  public void write() {
    if (prepared != null) {
      prepared.write();
    }
    untagged.forEach(branch::makeTag);
  }

  @Override
  public PreparedReleases prepare(
      BranchHistory expected, List<ImportedRelease> kept, List<NewRelease> next) {
    return branch.prepare(expected, kept, next);
  }

  /** Prepares the releases and shows them, but does not write them. */
  @Override
  public List<ImportedRelease> replace(
      BranchHistory expected, List<ImportedRelease> kept, List<NewRelease> next) {
    close();
    PreparedReleases ready = branch.prepare(expected, kept, next);
    prepared = ready;
    List<ImportedRelease> now = ready.releases();
    for (int i = 0; i < next.size(); i++) {
      headers.put(now.get(kept.size() + i), next.get(i).headers());
    }
    return now;
  }

  @Override
  public void makeTag(ImportedRelease release) {
    untagged.add(release);
  }

  @Override
  public BranchHistory history() {
    BranchHistory written = branch.history();
    return prepared == null
        ? written
        : new BranchHistory(prepared.releases(), written.strays(), written.tip());
  }

  @Override
  public List<ImportedRelease> releases() {
    return prepared == null ? branch.releases() : prepared.releases();
  }

  @Override
  public HeaderTree headers(ImportedRelease release) {
    return headers.containsKey(release) ? headers.get(release) : branch.headers(release);
  }

  @Override
  public List<ReleaseTag> tags() {
    return branch.tags();
  }

  @Override
  public void requireNotBehindRemote() {
    branch.requireNotBehindRemote();
  }

  @Override
  public Optional<String> holderOf(ImportedRelease release) {
    return branch.holderOf(release);
  }

  @Override
  public void close() {
    if (prepared != null) {
      prepared.close();
      prepared = null;
    }
  }
}
