package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.SkippedReleases;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether releases were left out, by import or by merge. */
public final class MergesCheck implements Check {

  @Override
  public Set<Rule> rules() {
    return EnumSet.of(Rule.RELEASE_SKIPPED, Rule.MERGE_PENDING);
  }

  @Override
  public Set<Rule> undecided(Inspection tree) {
    return tree.downstream().branch().history().releases().isEmpty() ? rules() : Set.of();
  }

  @Override
  public List<Finding> findings(Inspection tree) {
    List<Finding> findings = new ArrayList<>();
    List<Version> imported =
        tree.downstream().branch().history().releases().stream()
            .map(ImportedRelease::version)
            .toList();
    for (List<Version> run : SkippedReleases.runs(tree.downstream().config().pinned(), imported)) {
      findings.add(skipped(tree, run));
    }
    Optional<Version> merged = tree.downstream().release();
    List<Version> pending =
        imported.stream()
            .filter(version -> merged.map(m -> version.compareTo(m) > 0).orElse(true))
            .toList();
    if (!pending.isEmpty()) {
      findings.add(pending(tree, pending.get(pending.size() - 1), merged));
    }
    return findings;
  }

  private static Finding skipped(Inspection tree, List<Version> run) {
    Version first = run.get(0);
    String what =
        run.size() == 1
            ? first + " was"
            : run.size() + " releases from " + first + " to " + run.get(run.size() - 1) + " were";
    return Finding.of(
            Rule.RELEASE_SKIPPED,
            what + " never imported",
            "until a later release is "
                + (tree.downstream().trunk().keepsRecord() ? "merged" : "imported")
                + ": "
                + tree.commands().importSkipped(first)
                + "; after that, allow it by name in vendor.yaml")
        .about(first.text());
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
