package dev.xenvendor.release.branch;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.VendorConfig;
import java.util.List;
import java.util.Optional;

/** Undoes the newest import, unless it is merged or pushed. */
public final class UndoImport {

  private final VendorConfig config;
  private final Vendor vendor;
  private final VendorBranch branch;

  public UndoImport(VendorConfig config, VendorBranch branch) {
    this.config = config;
    this.vendor = config.vendor();
    this.branch = branch;
  }

  /**
   * Undoes the newest import.
   *
   * @param expected the release that it must be, where the user names one
   * @return the release that was on the branch
   */
  public ImportedRelease run(Optional<Version> expected) {
    BranchHistory read = branch.history();
    List<ImportedRelease> imported = read.requireOnlyReleases(vendor);
    if (imported.isEmpty()) {
      throw Problem.repository("there is no import to undo: no branch " + vendor.branch())
          .hint("xenvendor status shows the next command");
    }
    ImportedRelease newest = imported.get(imported.size() - 1);
    expected
        .map(config::spelledAsPinned)
        .filter(version -> !version.equals(newest.version()))
        .ifPresent(version -> refuseToUndo(version, newest));
    branch
        .holderOf(newest)
        .ifPresent(
            holder -> {
              throw Problem.repository(
                      vendor.title(newest.version()) + " cannot be undone: it is " + holder)
                  .hint("keep it; to undo a merge of it: git revert -m 1 MERGE-COMMIT");
            });
    branch.replace(read, imported.subList(0, imported.size() - 1), List.of());
    return newest;
  }

  private void refuseToUndo(Version version, ImportedRelease newest) {
    throw Problem.repository(
            "only the newest import can be undone, which is "
                + vendor.title(newest.version())
                + ", not "
                + version)
        .hint("xenvendor import --undo");
  }
}
