package dev.xenvendor.handover;

import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes up a merge that was saved, here or in another clone, as it was when it was saved. */
public final class ResumeMerge {

  /**
   * The resumed merge.
   *
   * @param left what is left to decide
   * @param outside files of it that are neither headers nor the vendor's configuration
   */
  public record Report(SavedMerge saved, ConflictsReport left, List<HeaderPath> outside) {}

  private final Downstream tree;
  private final Vendor vendor;
  private final Trunk trunk;
  private final SavedMerges saves;

  public ResumeMerge(Downstream tree, Trunk trunk, SavedMerges saves) {
    this.tree = tree;
    this.vendor = tree.vendor();
    this.trunk = trunk;
    this.saves = saves;
  }

  public Report run(String name) {
    SavedMerge.requireName(name);
    SavedMerge saved = saves.find(name).orElseThrow(() -> absent(name));
    trunk.requireReady();
    requireSameTrunk(saved);
    requireRelease(saved);
    TrunkChange change = saves.change(saved);
    new SavedMergeCheck(vendor, trunk).require(saved, change);
    trunk.requireFree(change.written(), change.deleted());
    trunk.resume(change);
    return new Report(saved, new Conflicts(tree, trunk).left(), outside(change));
  }

  private Problem absent(String name) {
    String ref = SavedMerge.folder(vendor.name()) + name;
    String fetch = "git fetch origin " + ref + ":" + ref;
    List<SavedMerge> others = saves.all();
    return Problem.repository("no merge is saved here as '" + name + "'")
        .hint(
            others.isEmpty()
                ? "fetch it: " + fetch
                : "saved here: " + list(others) + "; to fetch another: " + fetch);
  }

  private static String list(List<SavedMerge> saved) {
    return saved.stream()
        .map(one -> one.name() + " (" + one.who() + ")")
        .collect(Collectors.joining(", "));
  }

  private void requireSameTrunk(SavedMerge saved) {
    GitId head = trunk.head().orElseThrow();
    if (!head.equals(saved.head())) {
      String there = saved.head().abbreviated();
      String onTo = "git switch -c " + saved.name() + " " + there;
      throw Problem.repository(
              "the merge '"
                  + saved.name()
                  + "' was saved on commit "
                  + there
                  + " of "
                  + saved.branch()
                  + ", and HEAD is "
                  + head.abbreviated())
          .hint(
              trunk.descendsFrom(saved.head())
                  ? onTo
                  : "git merge --ff-only " + there + ", or on a branch of its own: " + onTo);
    }
  }

  /** Refuses a release that is not on the vendor branch, which explains the conflicts. */
  private void requireRelease(SavedMerge saved) {
    if (saved.release().isEmpty()) {
      return;
    }
    Version version = saved.release().get();
    Optional<ImportedRelease> here =
        tree.branch().releases().stream()
            .filter(release -> release.version().equals(version))
            .findFirst();
    if (here.isEmpty()) {
      throw Problem.repository(
              vendor.branch() + " does not have " + vendor.title(version) + " here")
          .hint(vendor.fetchCommand());
    }
    saved
        .otherParent()
        .filter(commit -> !commit.equals(here.get().commit()))
        .ifPresent(
            commit -> {
              throw Problem.repository(
                      "the saved merge is of commit "
                          + commit.abbreviated()
                          + ", but "
                          + vendor.title(version)
                          + " is "
                          + here.get().commit().abbreviated()
                          + " on "
                          + vendor.branch())
                  .hint("xenvendor merge " + version + " merges that one");
            });
  }

  private List<HeaderPath> outside(TrunkChange change) {
    return change.indexed().keySet().stream().filter(path -> !isOfVendor(path)).sorted().toList();
  }

  private boolean isOfVendor(HeaderPath path) {
    return path.isBelow(vendor.prefix())
        || path.isBelow(HeaderPath.of(vendor.configFolder()))
        || path.isBelow(HeaderPath.of(PatchConfig.folder(vendor.name())));
  }
}
