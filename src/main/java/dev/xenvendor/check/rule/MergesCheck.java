package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.SkippedReleases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether releases were left out, by import or by merge. */
public final class MergesCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    List<Finding> findings = new ArrayList<>();
    List<Version> imported =
        tree.downstream().branch().history().releases().stream()
            .map(ImportedRelease::version)
            .toList();
    Optional<Version> merged = tree.downstream().release();
    findings.addAll(skipped(tree, imported, merged));
    List<Version> pending =
        imported.stream()
            .filter(version -> merged.map(m -> version.compareTo(m) > 0).orElse(true))
            .toList();
    if (!pending.isEmpty()) {
      findings.add(pending(tree, pending.get(pending.size() - 1), merged));
    }
    return findings;
  }

  /** One finding for each release that the profile allows, and one for all the others. */
  private static List<Finding> skipped(
      Inspection tree, List<Version> imported, Optional<Version> merged) {
    List<Finding> findings = new ArrayList<>();
    List<Version> others = new ArrayList<>();
    for (Version version : SkippedReleases.of(tree.downstream().config().pinned(), imported)) {
      if (SkippedReleases.isAllowed(version, tree.vendor().checks())) {
        findings.add(notImported(tree, List.of(version), merged));
      } else {
        others.add(version);
      }
    }
    if (!others.isEmpty()) {
      findings.add(notImported(tree, others, merged));
    }
    return findings;
  }

  private static Finding notImported(
      Inspection tree, List<Version> versions, Optional<Version> merged) {
    Version first = versions.get(0);
    String what =
        versions.size() == 1
            ? first + " was"
            : versions.size()
                + " releases from "
                + first
                + " to "
                + versions.get(versions.size() - 1)
                + " were";
    return Finding.of(
            Rule.RELEASE_SKIPPED, what + " never imported", wayOut(tree, versions, merged))
        .about(first.text());
  }

  /**
   * Returns how to import the first release that still can be: CVS imports none below another, and
   * git none below one that is merged.
   */
  private static String wayOut(Inspection tree, List<Version> versions, Optional<Version> merged) {
    boolean isGit = tree.downstream().trunk().keepsRecord();
    Optional<Version> open =
        versions.stream()
            .filter(version -> isGit && merged.map(m -> version.compareTo(m) > 0).orElse(true))
            .findFirst();
    String allow = versions.size() == 1 ? "allow it by name in " : "allow them by name in ";
    return open.map(
                version ->
                    "until a later release is merged: "
                        + tree.commands().importSkipped(version)
                        + "; after that, ")
            .orElse("every merge starts from the last merged release; ")
        + allow
        + "vendor.yaml";
  }

  private static Finding pending(Inspection tree, Version newest, Optional<Version> merged) {
    return Finding.of(
            Rule.MERGE_PENDING,
            tree.vendor().title(newest)
                + " is imported but not merged; trunk has "
                + merged.map(Version::text).orElse("no release yet"),
            tree.commands().mergeDryRun() + " shows the cost")
        .about(newest.text());
  }
}
