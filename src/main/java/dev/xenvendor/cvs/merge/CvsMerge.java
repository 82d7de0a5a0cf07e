package dev.xenvendor.cvs.merge;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.cvs.CvsChange;
import dev.xenvendor.cvs.CvsChange.ChangedFile;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.cvs.CvsWorkingCopy.Status;
import dev.xenvendor.cvs.release.CvsVendorBranch;
import dev.xenvendor.patch.PatchDetector;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergePlanner;
import dev.xenvendor.update.MergeReport;
import dev.xenvendor.update.MergeReport.Result;
import dev.xenvendor.update.MergeStart;
import dev.xenvendor.update.PlannedMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Merges a release from the vendor branch of a CVS repository into a working copy. */
public final class CvsMerge {

  /**
   * How to merge.
   *
   * @param release the release to merge; the newest imported one where none is named
   * @param from the release that trunk comes from, where a person knows better
   * @param dryRun whether to work everything out and write nothing
   */
  public record Request(Optional<Version> release, Optional<Version> from, boolean dryRun) {}

  private final Vendor vendor;
  private final PatchSet patches;
  private final boolean onlyShown;
  private final CvsVendorBranch branch;
  private final PristineReleases pristine;
  private final CvsWorkingCopy workingCopy;
  private final Supplier<LayoutProbe> probe;

  /**
   * A merge.
   *
   * @param onlyShown whether of the patches only those count that trunk shows
   */
  public CvsMerge(
      Vendor vendor,
      PatchSet patches,
      boolean onlyShown,
      CvsVendorBranch branch,
      PristineReleases pristine,
      CvsWorkingCopy workingCopy,
      Supplier<LayoutProbe> probe) {
    this.vendor = vendor;
    this.patches = patches;
    this.onlyShown = onlyShown;
    this.branch = branch;
    this.pristine = pristine;
    this.workingCopy = workingCopy;
    this.probe = probe;
  }

  /**
   * Merges. Whatever stops it, the same call goes on from there: the repository, which tells what
   * to do, has not changed, and the working copy tells what is done already.
   */
  public CvsMergeReport run(Request request) {
    workingCopy.requireTrunk(vendor.prefix());
    CvsTrunk trunk = CvsTrunk.committed(workingCopy);
    CvsStart start =
        new CvsStartFinder(vendor, branch, pristine, trunk).find(request.release(), request.from());
    PatchSet chosen = onlyShown ? shown(start.merge()) : patches;
    PlannedMerge plan = new MergePlanner(vendor, chosen, trunk, probe).plan(start.merge());
    PlannedChange planned = new PlannedChange(vendor, chosen, trunk, start, plan);
    CvsChange change = planned.change();
    List<HeaderPath> places = places(change);
    Status status = workingCopy.status(places);
    new OverwriteGuard(workingCopy, change, status).refuse(vendor.title(plan.release().version()));
    if (!request.dryRun()) {
      workingCopy.carryOut(change, status, places);
    }
    return new CvsMergeReport(
        report(plan, planned, change, request),
        start.isAgain(),
        start.skipped(),
        change.isEmpty() ? start.behind() : List.of(),
        places,
        workingCopy.place());
  }

  private PatchSet shown(MergeStart start) {
    return start
        .base()
        .release()
        .map(
            release ->
                PatchDetector.in(patches, release.version(), start.base().headers(), start.local()))
        .orElse(PatchSet.NONE);
  }

  /** Where the merge writes: the headers' folder, and the files that it changes outside of it. */
  private List<HeaderPath> places(CvsChange change) {
    List<HeaderPath> places = new ArrayList<>(List.of(vendor.prefix()));
    change.files().stream()
        .map(ChangedFile::path)
        .filter(path -> !path.isBelow(vendor.prefix()))
        .forEach(places::add);
    for (HeaderPath path : places) {
      if (!workingCopy.reaches(path)) {
        throw Problem.repository(
                "the merge writes " + path + ", which is outside of this working copy")
            .hint("check out more of the tree: " + checkout(path));
      }
    }
    return places;
  }

  private String checkout(HeaderPath path) {
    String folder = workingCopy.place().inRepository(path.parent());
    return "cvs checkout " + folder;
  }

  private MergeReport report(
      PlannedMerge plan, PlannedChange planned, CvsChange change, Request request) {
    Result result =
        change.isEmpty()
            ? Result.UP_TO_DATE
            : planned.result().isClean() ? Result.MERGED : Result.CONFLICTS;
    return new MergeReport(
        result,
        vendor,
        plan.base().release().map(ImportedRelease::version),
        plan.release(),
        planned.result(),
        plan.patches(),
        plan.undone(),
        Optional.empty(),
        Optional.empty(),
        plan.base().origin(),
        request.dryRun());
  }
}
