package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.Impact;
import dev.xenvendor.impact.RemovedApi;
import dev.xenvendor.impact.api.UnreadHeader;
import dev.xenvendor.impact.consumer.Consumers;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether consumers use names that upstream removed in trunk's release. */
public final class RemovedNamesCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    if (tree.consumers().isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Impact impact = tree.impact();
    Optional<Version> release = tree.downstream().release().filter(impact::knows);
    release.ifPresent(
        version -> {
          impact.removed(version).forEach(use -> findings.add(finding(use, version, tree)));
          impact.unreadUntil(version).forEach(one -> findings.add(unread(one, tree)));
        });
    impact.consumers().skipped().forEach(file -> findings.add(skipped(file)));
    return findings;
  }

  private static Finding finding(ConsumerUse<RemovedApi> use, Version release, Inspection tree) {
    RemovedApi loss = use.what();
    String hint =
        loss.now().map(now -> "use " + now + " instead").orElseGet(() -> history(loss, tree));
    return Finding.of(Rule.REMOVED_BUT_USED, loss.told(tree.vendor().title(release)), hint)
        .at(use.path(), use.line())
        .about(loss.name());
  }

  /** The command that shows when it was removed. */
  private static String history(RemovedApi loss, Inspection tree) {
    Optional<String> name =
        loss instanceof RemovedApi.Header ? Optional.empty() : Optional.of(loss.name());
    return "to find the release that removed it: "
        + tree.commands().whatTook(name, tree.vendor(), tree.inTree(loss.header()));
  }

  private static Finding unread(UnreadHeader one, Inspection tree) {
    return Finding.of(
            Rule.REMOVED_BUT_USED,
            "was not read in full in "
                + tree.vendor().title(one.release())
                + " ("
                + one.reason()
                + ")",
            "search the consumers for the names that are defined there")
        .asWarning()
        .in(tree.inTree(one.header()));
  }

  private static Finding skipped(Consumers.Skipped file) {
    return Finding.of(
            Rule.REMOVED_BUT_USED,
            "was not searched: " + file.reason(),
            "if it does not use the headers, remove it from consumers in vendor.yaml")
        .in(file.path());
  }
}
