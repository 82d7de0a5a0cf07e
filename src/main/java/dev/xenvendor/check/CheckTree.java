package dev.xenvendor.check;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.vendor.Allowance;
import dev.xenvendor.vendor.CheckSettings;
import dev.xenvendor.vendor.Rule;
import dev.xenvendor.vendor.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a tree by all rules, or by some, as its profile weighs them. */
public final class CheckTree {

  private static final List<Check> CHECKS =
      List.of(
          new VendorBranchCheck(),
          new RecordCheck(),
          new DriftCheck(),
          new RecordedDriftCheck(),
          new PatchCheck(),
          new MarkerCheck(),
          new MergesCheck(),
          new RemovedNamesCheck(),
          new BaselineCheck());

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::rule)
          .thenComparing(f -> f.path().map(HeaderPath::value).orElse(""))
          .thenComparing(f -> f.line().orElse(0));

  private final Set<Rule> wanted;

  /**
   * @param wanted the rules to check; all of them, where it is empty
   */
  public CheckTree(Set<Rule> wanted) {
    this.wanted = wanted.isEmpty() ? EnumSet.allOf(Rule.class) : EnumSet.copyOf(wanted);
  }

  /** All that is to be said of a tree. */
  public CheckReport run(Inspection tree) {
    return report(tree, weighed(tree), Optional.empty());
  }

  /** What is to be said of a tree and could not be said of an earlier state of it. */
  public CheckReport runSince(Inspection tree, Inspection before, String name) {
    Map<String, Integer> known = new HashMap<>();
    weighed(before).findings().forEach(f -> known.merge(f.identity(), 1, Integer::sum));
    Weighed now = weighed(tree);
    List<Finding> fresh =
        now.findings().stream()
            .filter(f -> known.merge(f.identity(), -1, Integer::sum) < 0)
            .toList();
    return report(tree, new Weighed(fresh, now.allowed()), Optional.of(name));
  }

  private CheckReport report(Inspection tree, Weighed weighed, Optional<String> since) {
    return new CheckReport(
        tree.vendor(),
        tree.release(),
        tree.headers().size(),
        tree.release().map(v -> tree.patches().forRelease(v).patches().size()).orElse(0),
        rules(tree.vendor().checks()),
        weighed.findings(),
        weighed.allowed(),
        since);
  }

  private Set<Rule> rules(CheckSettings settings) {
    Set<Rule> rules = EnumSet.copyOf(wanted);
    rules.removeIf(rule -> settings.severity(rule) == Severity.OFF);
    return rules;
  }

  /** Findings with the weight that the profile gives them. */
  private record Weighed(List<Finding> findings, int allowed) {}

  private Weighed weighed(Inspection tree) {
    CheckSettings settings = tree.vendor().checks();
    Set<Rule> rules = rules(settings);
    List<Finding> kept = new ArrayList<>();
    Set<Allowance> used = new HashSet<>();
    int allowed = 0;
    for (Check check : CHECKS) {
      if (check.rules().stream().noneMatch(rules::contains)) {
        continue;
      }
      for (Finding finding : check.findings(tree)) {
        Optional<Allowance> allowance = allowance(settings, finding);
        allowance.ifPresent(used::add);
        if (rules.contains(finding.rule()) && allowance.isPresent()) {
          allowed++;
        } else if (rules.contains(finding.rule())) {
          kept.add(weighed(finding, settings));
        }
      }
    }
    kept.addAll(unused(tree, rules, used));
    kept.sort(ORDER);
    return new Weighed(List.copyOf(kept), allowed);
  }

  /** A rule that the profile makes an error keeps the findings that are none by themselves. */
  private static Finding weighed(Finding finding, CheckSettings settings) {
    Severity severity = settings.severity(finding.rule());
    boolean milder = finding.severity().compareTo(finding.rule().severity()) > 0;
    return milder && severity == Severity.ERROR ? finding : finding.withSeverity(severity);
  }

  private static Optional<Allowance> allowance(CheckSettings settings, Finding finding) {
    return settings.of(finding.rule()).allow().stream()
        .filter(allowance -> allowance.covers(finding.path(), finding.about()))
        .findFirst();
  }

  /** The list of what is allowed must not outlive its reasons. */
  private static List<Finding> unused(Inspection tree, Set<Rule> rules, Set<Allowance> used) {
    HeaderPath profile = HeaderPath.of(tree.vendor().configFolder() + "/vendor.yaml");
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      for (Allowance allowance : tree.vendor().checks().of(rule).allow()) {
        if (!used.contains(allowance)) {
          findings.add(
              Finding.of(
                      rule,
                      "nothing is left of what is allowed here: " + allowance.reason(),
                      "take it off the list")
                  .at(profile, allowance.line())
                  .withSeverity(Severity.WARNING));
        }
      }
    }
    return findings;
  }
}
