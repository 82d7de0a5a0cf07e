package dev.xenvendor.adopt;

import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.profile.Baseline;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.OrphanedFile;
import dev.xenvendor.release.branch.ImportReport;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/**
 * The result of an adoption.
 *
 * @param headers how many files trunk has below the prefix
 * @param baseline how the release was found; empty where it was named
 * @param imported the baseline on the vendor branch; empty for a first import
 * @param local how trunk differs from it; empty where there was nothing to compare
 * @param partial whether trunk holds only some of the release's headers, so that {@code include}
 *     was written
 * @param written the files that trunk's new commit holds
 */
public record AdoptReport(
    Result result,
    Vendor vendor,
    int headers,
    Optional<Baseline> baseline,
    Optional<ImportReport> imported,
    Optional<Local> local,
    boolean partial,
    List<HeaderPath> written,
    Optional<GitId> commit) {

  /**
   * Trunk's difference from the baseline.
   *
   * @param changes all of it
   * @param patches the local patches, and how trunk carries them
   * @param residue what of it no patch declares
   * @param leftBehind files that upstream dropped before the baseline
   */
  public record Local(
      LocalChanges changes,
      List<PatchReport> patches,
      Residue residue,
      List<OrphanedFile> leftBehind) {}

  /** The outcome. */
  public enum Result {
    ADOPTED("adopted"),
    FIRST_IMPORT("first-import"),
    ALREADY_ADOPTED("already-adopted");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
