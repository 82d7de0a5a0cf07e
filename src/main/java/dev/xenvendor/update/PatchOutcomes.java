package dev.xenvendor.update;

import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchState;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.MergedFile;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.merge.Side;
import dev.xenvendor.merge.SideFile;
import dev.xenvendor.merge.ThreeWay;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Determines the state of each local patch in a merge, and makes a conflict of a patch that no
 * longer applies.
 */
final class PatchOutcomes {

  private final PatchSet all;
  private final PatchedSides sides;

  PatchOutcomes(PatchSet all, PatchedSides sides) {
    this.all = all;
    this.sides = sides;
  }

  /**
   * Returns how each patch fares.
   *
   * @param moved what to say of those that move definitions, by id
   * @param refreshed those whose declaration is rewritten
   */
  List<PatchReport> reports(Map<String, String> moved, List<LocalPatch> refreshed) {
    PatchSet rewritten = new PatchSet(refreshed);
    List<PatchReport> reports = new ArrayList<>();
    for (LocalPatch patch : all.patches()) {
      Optional<PatchResult> local = sides.inLocal(patch);
      Optional<PatchResult> vendor = sides.inVendor(patch);
      boolean concerned = local.isPresent() || vendor.isPresent();
      PatchReport report =
          concerned
              ? report(patch, local, vendor, moved.getOrDefault(patch.id(), ""))
              : forOtherReleases(patch);
      reports.add(rewritten.find(patch.id()).map(report::refreshed).orElse(report));
    }
    return reports;
  }

  private static PatchReport forOtherReleases(LocalPatch patch) {
    return new PatchReport(
        patch, PatchState.ABSENT, List.of(), List.of(), "for releases " + patch.releases());
  }

  private PatchReport report(
      LocalPatch patch, Optional<PatchResult> local, Optional<PatchResult> vendor, String moved) {
    List<HeaderPath> carried = local.map(PatchResult::carrying).orElse(List.of());
    List<HeaderPath> lacking = local.map(PatchResult::changed).orElse(List.of());
    if (vendor.isEmpty()) {
      return new PatchReport(
          patch, PatchState.RETIRED, carried, List.of(), "for releases " + patch.releases());
    }
    PatchResult now = vendor.get();
    if (!now.applies()) {
      return new PatchReport(patch, PatchState.DOES_NOT_APPLY, carried, List.of(), now.reason());
    }
    if (now.isUpstreams() && !patch.change().isHabit()) {
      return new PatchReport(
          patch, PatchState.ADOPTED, carried, List.of(), "upstream has it; retire the patch");
    }
    if (!moved.isEmpty()) {
      return new PatchReport(patch, PatchState.RELOCATED, carried, List.of(), moved);
    }
    List<HeaderPath> introduced = introduced(now, carried, lacking);
    PatchState state =
        carried.isEmpty()
            ? PatchState.INTRODUCED
            : lacking.isEmpty() ? PatchState.CARRIED : PatchState.PARTLY;
    return new PatchReport(patch, state, carried, introduced, "");
  }

  /** Files of the new release that get the patch, other than those that had it. */
  private List<HeaderPath> introduced(
      PatchResult now, List<HeaderPath> carried, List<HeaderPath> lacking) {
    Set<HeaderPath> had = new HashSet<>();
    carried.forEach(path -> had.add(placeOf(path)));
    Set<HeaderPath> introduced = new TreeSet<>();
    lacking.forEach(path -> introduced.add(placeOf(path)));
    now.changed().stream().filter(path -> !had.contains(path)).forEach(introduced::add);
    // What goes away needs no patch.
    introduced.retainAll(sides.vendor().tree().paths());
    return List.copyOf(introduced);
  }

  /** The merge with a conflict for each patch that was carried and can no longer be. */
  MergeResult withConflicts(MergeResult merge) {
    requireUse();
    Set<HeaderPath> doubtful = new TreeSet<>();
    for (PatchResult vendor : sides.vendor().results()) {
      lost(vendor).forEach(local -> doubtful.add(placeOf(local)));
    }
    MergeResult listed = merge.listing(doubtful);
    TreeMap<HeaderPath, MergedFile> files = new TreeMap<>();
    listed.files().forEach(file -> files.put(file.path(), file));
    for (PatchResult vendor : sides.vendor().results()) {
      for (HeaderPath local : lost(vendor)) {
        if (isAsPublished(local)) {
          continue; // nothing of local's is lost
        }
        HeaderPath path = placeOf(local);
        Optional<MergedFile> merged = Optional.ofNullable(files.get(path));
        if (merged.flatMap(MergedFile::conflict).map(PatchOutcomes::isOfThePatch).orElse(true)) {
          conflict(local, path, merged, vendor).ifPresent(file -> files.put(path, file));
        }
      }
    }
    return new MergeResult(List.copyOf(files.values()), listed.untouched());
  }

  private boolean isAsPublished(HeaderPath local) {
    return sides.local().before().get(local).equals(sides.base().before().get(local));
  }

  /** Returns whether a conflict can come from a lost patch, whose change is merged as text. */
  private static boolean isOfThePatch(Conflict conflict) {
    return conflict instanceof Conflict.Text || conflict.kind() == Conflict.Kind.MODIFY_DELETE;
  }

  /** Returns where a file of local's is after the merge. */
  private HeaderPath placeOf(HeaderPath local) {
    HeaderPath moved = sides.moved().getOrDefault(local, local);
    return sides.vendor().tree().contains(moved) ? moved : local;
  }

  /** The files whose patch the new release cannot have. */
  private List<HeaderPath> lost(PatchResult vendor) {
    if (vendor.applies()) {
      return vendor.failing();
    }
    Optional<PatchResult> local = sides.inLocal(vendor.patch());
    List<HeaderPath> carried = local.map(PatchResult::carrying).orElse(List.of());
    return carried.isEmpty() ? local.map(PatchResult::changed).orElse(vendor.failing()) : carried;
  }

  /** Refuses patches that apply to neither side, all at once. */
  private void requireUse() {
    List<PatchResult> useless =
        sides.vendor().results().stream().filter(this::appliesToNothing).toList();
    if (useless.isEmpty()) {
      return;
    }
    if (useless.size() == 1) {
      throw useless
          .get(0)
          .patch()
          .problem(" applies to nothing: " + useless.get(0).reason())
          .hint("correct it, or limit its releases (releases: …)");
    }
    throw Problem.inputFile(
            useless.size()
                + " local patches apply to nothing:"
                + useless.stream()
                    .map(
                        r -> "\n  " + r.patch().place() + ": " + r.patch().id() + ": " + r.reason())
                    .collect(Collectors.joining()))
        .hint("correct them, or limit their releases (releases: …)");
  }

  private boolean appliesToNothing(PatchResult vendor) {
    Optional<PatchResult> local = sides.inLocal(vendor.patch());
    return !vendor.applies()
        && !vendor.isUnreadable()
        && local.map(r -> r.carrying().isEmpty() && !r.applies()).orElse(true);
  }

  private Optional<MergedFile> conflict(
      HeaderPath local, HeaderPath path, Optional<MergedFile> merged, PatchResult vendor) {
    ThreeWay three =
        new ThreeWay(
            at(sides.base().tree(), local),
            at(sides.local().tree(), local),
            at(sides.vendor().tree(), path));
    Conflict conflict =
        new Conflict.Patch(
            path,
            three,
            merged.flatMap(MergedFile::conflict).flatMap(Conflict::clash),
            vendor.patch().id(),
            vendor.reason());
    return merged
        .flatMap(MergedFile::result)
        .or(() -> three.file(Side.LOCAL))
        .map(
            file ->
                new MergedFile(
                    path,
                    merged.flatMap(MergedFile::from),
                    Outcome.CONFLICT,
                    Optional.of(file),
                    Optional.of(conflict)));
  }

  private static Optional<SideFile> at(HeaderTree tree, HeaderPath path) {
    return tree.get(path).map(file -> new SideFile(path, file));
  }
}
