package dev.xenvendor.update;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.branch.ImportReport;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The result of an update, made or planned.
 *
 * @param release the release to update to
 * @param named whether the user named it; else it is the newest
 * @param before the release that trunk had; empty for a first one
 * @param steps what import and merge did; empty where trunk is up to date
 * @param dryRun whether nothing was written
 */
public record UpdateReport(
    Vendor vendor,
    Version release,
    boolean named,
    Optional<Version> before,
    Optional<Steps> steps,
    boolean dryRun) {

  /** The two steps of an update. */
  public record Steps(ImportReport imported, MergeReport merged) {}

  /** Returns the same with what a merge is now. */
  public UpdateReport merged(UnaryOperator<MergeReport> merge) {
    return new UpdateReport(
        vendor,
        release,
        named,
        before,
        steps.map(s -> new Steps(s.imported(), merge.apply(s.merged()))),
        dryRun);
  }

  /** Returns how the merge ended. */
  public MergeReport.Result result() {
    return steps.map(s -> s.merged().result()).orElse(MergeReport.Result.UP_TO_DATE);
  }
}
