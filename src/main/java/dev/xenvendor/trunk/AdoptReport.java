package dev.xenvendor.trunk;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.patch.Residue;
import dev.xenvendor.vendor.Baseline;
import dev.xenvendor.vendor.ImportReport;
import dev.xenvendor.vendor.LeftBehind;
import dev.xenvendor.vendor.Vendor;
import java.util.List;
import java.util.Optional;

/**
 * What taking over a tree found and did.
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
      List<LeftBehind> leftBehind) {}

  /** How it ended. */
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
