package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.Impact;
import dev.xenvendor.impact.ImpactReport.Baseline;
import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Version;
import java.util.List;
import java.util.Optional;

/** Checks whether consumers would fail on the oldest hypervisor that the tree must run on. */
public final class BaselineCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    if (tree.consumers().isEmpty()) {
      return List.of();
    }
    Impact impact = tree.impact();
    Optional<Version> oldest =
        tree.vendor().checks().baseline().map(tree.downstream().config()::spelledAsPinned);
    Optional<Version> release = tree.downstream().release().filter(impact::knows);
    if (oldest.isEmpty() || release.isEmpty()) {
      return List.of();
    }
    String title = tree.vendor().title(oldest.get());
    if (!impact.knows(oldest.get())) {
      return List.of(unknown(oldest.get(), title));
    }
    Baseline found = impact.baseline(oldest.get(), List.of(release.get()));
    return found.uses().stream().map(use -> finding(use, found, title)).toList();
  }

  private static Finding finding(ConsumerUse<Feature> use, Baseline found, String baseline) {
    Feature feature = use.what();
    return Finding.of(
            Rule.NEWER_THAN_BASELINE,
            feature.told(found.since(feature)) + "; the baseline is " + baseline,
            "test the version first, expect ENOSYS, or allow it with its reason in vendor.yaml")
        .at(use.path(), use.line())
        .about(feature.name());
  }

  private static Finding unknown(Version oldest, String title) {
    return Finding.of(
        Rule.NEWER_THAN_BASELINE,
        "the interface of " + title + ", the baseline, is not recorded",
        "record it: xenvendor releases pin " + oldest + " --from SOURCE");
  }
}
