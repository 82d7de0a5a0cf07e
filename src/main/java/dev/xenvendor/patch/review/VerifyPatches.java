package dev.xenvendor.patch.review;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that local patches do what they declare, in every imported release they are for. */
public final class VerifyPatches {

  /** A patch that cannot be made in a release. */
  public record Failure(LocalPatch patch, Version release, String reason) {}

  /** The result of the verification. */
  public record Report(PatchesReport trunk, List<Version> releases, List<Failure> failures) {

    public boolean isClean() {
      return failures.isEmpty() && trunk.patches().stream().noneMatch(PatchReport::isWrong);
    }
  }

  private final Downstream tree;

  public VerifyPatches(Downstream tree) {
    this.tree = tree;
  }

  /**
   * Checks against every release on the vendor branch; patches that undo each other are refused.
   */
  public Report run() {
    PatchesReport trunk = PatchesReport.of(tree);
    Map<HeaderPath, HeaderPath> moved = trunk.moved();
    List<Version> releases = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (ImportedRelease release : tree.branch().releases()) {
      releases.add(release.version());
      HeaderTree headers = tree.branch().headers(release);
      PatchSet its = tree.patches().forRelease(release.version());
      PatchedTree patched = its.applyTo(headers, moved);
      PatchedTree.refuse(patched.clashes(its, moved));
      for (PatchResult result : patched.results()) {
        if (!result.applies()) {
          failures.add(new Failure(result.patch(), release.version(), result.reason()));
        }
      }
    }
    return new Report(trunk, releases, failures);
  }
}
