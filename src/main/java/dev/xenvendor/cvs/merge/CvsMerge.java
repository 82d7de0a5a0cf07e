package dev.xenvendor.cvs.merge;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.cvs.CvsChange;
import dev.xenvendor.cvs.CvsChange.ChangedFile;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.cvs.CvsWorkingCopy.Status;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergePlanner;
import dev.xenvendor.update.MergeReport;
import dev.xenvendor.update.MergeReport.Result;
import dev.xenvendor.update.PlannedMerge;
import dev.xenvendor.update.ResolutionReuse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Merges a release from the vendor branch of a CVS repository into a working copy. */
public final class CvsMerge {

  /**
   * The options of the merge.
   *
   * @param release the release to merge; the newest imported one where none is named
   * @param from the release that trunk comes from, where a person knows better
   * @param dryRun whether to work everything out and write nothing
   */
  public record Request(Optional<Version> release, Optional<Version> from, boolean dryRun) {}

  private final VendorConfig config;
  private final Vendor vendor;
  private final VendorReleases branch;
  private final PristineReleases pristine;
  private final CvsWorkingCopy workingCopy;
  private final Supplier<LayoutProbe> probe;

  public CvsMerge(
      VendorConfig config,
      VendorReleases branch,
      PristineReleases pristine,
      CvsWorkingCopy workingCopy,
      Supplier<LayoutProbe> probe) {
    this.config = config;
    this.vendor = config.vendor();
    this.branch = branch;
    this.pristine = pristine;
    this.workingCopy = workingCopy;
    this.probe = probe;
  }

  /**
   * Merges. Whatever stops it, the same call continues from there: the repository, which determines
   * what to do, has not changed, and the working copy shows what is done already.
   */
  public CvsMergeReport run(Request request) {
    workingCopy.requireTrunk(vendor.prefix());
    CvsTrunk trunk = CvsTrunk.committed(workingCopy);
    CvsMergeStart start =
        new CvsMergeStartFinder(vendor, branch, Optional.of(pristine), trunk)
            .find(request.release(), request.from());
    Downstream tree =
        new Downstream(config, branch, trunk)
            .from(start.merge().base())
            .reading(headers -> start.merge().local())
            .withShownPatches();
    PlannedMerge plan = new MergePlanner(tree, probe).plan(start.merge());
    PlannedChange planned = new PlannedChange(tree, trunk, start, plan);
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

  /**
   * Returns where the merge writes: the headers' folder, and the files that it changes outside of
   * it.
   */
  private List<HeaderPath> places(CvsChange change) {
    List<HeaderPath> places = new ArrayList<>(List.of(vendor.prefix()));
    change.files().stream()
        .map(ChangedFile::path)
        .filter(path -> !path.isBelow(vendor.prefix()))
        .forEach(places::add);
    for (HeaderPath path : places) {
      if (!workingCopy.reaches(path)) {
        throw Problem.repository(
                "the merge writes " + path + ", which is outside this working copy")
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
    return MergeReport.of(
        result,
        vendor,
        plan,
        planned.result(),
        ResolutionReuse.NONE,
        Optional.empty(),
        request.dryRun());
  }
}
