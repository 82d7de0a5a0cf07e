package dev.xenvendor.cvs.release;

import dev.xenvendor.release.BranchHistory;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.NewRelease;
import dev.xenvendor.release.VendorBranch;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;

/** The git branch that a release in CVS does not go to: it holds nothing and takes nothing. */
public final class NoVendorBranch implements VendorBranch {

  @Override
  public BranchHistory history() {
    return new BranchHistory(List.of(), List.of());
  }

  @Override
  public List<ImportedRelease> releases() {
    return List.of();
  }

  @Override
  public HeaderTree headers(ImportedRelease release) {
    throw new IllegalStateException("no release is on it");
  }

  @Override
  public void requireNotBehindRemote() {
    // There is no remote.
  }

  @Override
  public Optional<String> holderOf(ImportedRelease release) {
    return Optional.empty();
  }

  @Override
  public List<ImportedRelease> replace(List<ImportedRelease> kept, List<NewRelease> next) {
    throw new IllegalStateException("it takes no release");
  }
}
