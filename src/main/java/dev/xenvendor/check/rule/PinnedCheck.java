package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks whether every imported or merged release has a manifest. */
public final class PinnedCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    SortedSet<Version> releases = new TreeSet<>();
    tree.downstream().branch().history().releases().stream()
        .map(ImportedRelease::version)
        .forEach(releases::add);
    Optional<Version> merged = tree.downstream().release();
    merged.ifPresent(releases::add);
    return releases.stream()
        .filter(version -> tree.downstream().config().find(version).isEmpty())
        .map(version -> unpinned(tree, version, merged))
        .toList();
  }

  private static Finding unpinned(Inspection tree, Version version, Optional<Version> merged) {
    Vendor vendor = tree.vendor();
    boolean mergePins =
        merged.filter(m -> m.compareTo(version) >= 0).isEmpty()
            && tree.downstream().branch().history().releases().stream()
                .filter(release -> release.version().equals(version))
                .anyMatch(ImportedRelease::isPinnedOnFirstUse);
    return Finding.of(
            Rule.RELEASE_UNPINNED,
            "there is no manifest of " + vendor.title(version) + ", so it is not verified",
            (mergePins
                    ? tree.commands().merge() + " commits one; to create it from upstream: "
                    : "")
                + "xenvendor releases pin "
                + version
                + " --from SOURCE --ref REF, then "
                + tree.commands().add(tree.downstream().config().manifestPath(version)))
        .about(version.text());
  }
}
