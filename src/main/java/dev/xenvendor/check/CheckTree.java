package dev.xenvendor.check;

import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Allowance;
import dev.xenvendor.profile.CheckSettings;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Severity;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.Progress;
import dev.xenvendor.tree.HeaderPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Checks a tree by all rules or by some, with the severities of its profile. */
public final class CheckTree {

  /** Rules that compile headers: nothing compiles that includes a header left unread. */
  private static final Set<Rule> COMPILING =
      EnumSet.of(
          Rule.DOES_NOT_COMPILE, Rule.CROSS_ABI_MISMATCH, Rule.UNDEFINED_NAME, Rule.ABI_CHANGED);

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::rule)
          .thenComparing(f -> f.path().map(HeaderPath::value).orElse(""))
          .thenComparing(f -> f.line().orElse(0));

  private final Set<Rule> wanted;
  private final Progress progress;

  /**
   * @param wanted the rules to check; all of them, where it is empty
   * @param progress told after each check of each tree; always ended
   */
  public CheckTree(Set<Rule> wanted, Progress progress) {
    this.progress = progress;
    this.wanted = wanted.isEmpty() ? EnumSet.allOf(Rule.class) : EnumSet.copyOf(wanted);
  }

  /**
   * Returns all that is to be said of a tree.
   *
   * @throws Problem if it holds neither headers nor a record: a check of the wrong folder proves
   *     nothing
   */
  public CheckReport run(Inspection tree) {
    requireSomething(tree);
    return counted(1, () -> report(tree, withSeverity(tree), Optional.empty()));
  }

  /**
   * Returns what is to be said of a tree and is not said of an earlier state of it already.
   *
   * @param before empty where there was nothing to check yet
   * @throws Problem if the tree holds neither headers nor a record
   */
  public CheckReport runSince(Inspection tree, Optional<Inspection> before, String name) {
    requireSomething(tree);
    return counted(before.isPresent() ? 2 : 1, () -> fresh(tree, before, name));
  }

  private static void requireSomething(Inspection tree) {
    if (tree.headers().isEmpty() && tree.downstream().release().isEmpty()) {
      Vendor vendor = tree.vendor();
      throw Problem.repository(
              "there is nothing to check: no release of "
                  + vendor.title()
                  + " is merged here, and "
                  + vendor.prefix()
                  + " holds no headers")
          .hint(
              "run it in the tree that holds them, or name them by --vendor NAME or --config DIR");
    }
  }

  private CheckReport fresh(Inspection tree, Optional<Inspection> before, String name) {
    Weighed now = withSeverity(tree);
    List<Finding> said = before.map(state -> withSeverity(state).findings()).orElse(List.of());
    List<Finding> fresh = new KnownFindings(said).fresh(now.findings());
    return report(tree, new Weighed(fresh, now.allowed(), now.durations()), Optional.of(name));
  }

  /** Shows the progress of all checks of some trees as one step. */
  private CheckReport counted(int trees, Supplier<CheckReport> checking) {
    progress.begin("Checking", trees * RuleCheck.ALL.size());
    try {
      return checking.get();
    } finally {
      progress.end();
    }
  }

  private CheckReport report(Inspection tree, Weighed weighed, Optional<String> since) {
    return new CheckReport(
        tree.vendor(),
        tree.downstream().release(),
        tree.headers().size(),
        tree.downstream()
            .release()
            .map(v -> tree.downstream().patches().forRelease(v).patches().size())
            .orElse(0),
        rules(tree.vendor().checks()),
        weighed.findings(),
        weighed.allowed(),
        weighed.durations(),
        since);
  }

  private Set<Rule> rules(CheckSettings settings) {
    Set<Rule> rules = EnumSet.copyOf(wanted);
    rules.removeIf(rule -> settings.severity(rule) == Severity.OFF);
    return rules;
  }

  /** Findings with the weight that the profile gives them. */
  private record Weighed(List<Finding> findings, int allowed, Map<Rule, Duration> durations) {}

  private Weighed withSeverity(Inspection tree) {
    CheckSettings settings = tree.vendor().checks();
    Set<Rule> rules = rules(settings);
    Set<Rule> decided = EnumSet.noneOf(Rule.class);
    Set<Rule> undecided = EnumSet.noneOf(Rule.class);
    List<Finding> found = new ArrayList<>();
    Map<Rule, Duration> durations = new EnumMap<>(Rule.class);
    boolean unread = rules.contains(Rule.LIMIT_EXCEEDED) && !tree.tooLong().isEmpty();
    for (RuleCheck check : RuleCheck.ALL) {
      if (unread && COMPILING.containsAll(check.rules())) {
        undecided.addAll(check.rules());
      } else if (check.rules().stream().anyMatch(rules::contains)) {
        long start = System.nanoTime();
        check.check().findings(tree).stream()
            .filter(f -> rules.contains(f.rule()))
            .forEach(found::add);
        decided.addAll(check.rules());
        undecided.addAll(check.undecided(tree));
        check.rules().stream()
            .filter(rules::contains)
            .min(Comparator.naturalOrder())
            .ifPresent(rule -> durations.put(rule, Duration.ofNanos(System.nanoTime() - start)));
      }
      progress.advance(1);
    }
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : found) {
      if (settings.of(finding.rule()).allow().stream().noneMatch(covers(finding))) {
        kept.add(withSeverity(finding, settings));
      }
    }
    int allowed = found.size() - kept.size();
    decided.retainAll(rules);
    decided.removeAll(undecided);
    kept.addAll(unused(tree.vendor(), decided, found));
    kept.sort(ORDER);
    return new Weighed(List.copyOf(kept), allowed, durations);
  }

  private static Predicate<Allowance> covers(Finding finding) {
    return allowance -> allowance.covers(finding.path(), finding.about());
  }

  /** A rule that the profile makes an error keeps the findings that are none by themselves. */
  private static Finding withSeverity(Finding finding, CheckSettings settings) {
    Severity severity = settings.severity(finding.rule());
    boolean milder = finding.severity().compareTo(finding.rule().severity()) > 0;
    return milder && severity == Severity.ERROR ? finding : finding.withSeverity(severity);
  }

  /** The list of what is allowed must not outlive its reasons. */
  private static List<Finding> unused(Vendor vendor, Set<Rule> rules, List<Finding> found) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      for (Allowance allowance : vendor.checks().of(rule).allow()) {
        if (found.stream().noneMatch(f -> f.rule() == rule && covers(f).test(allowance))) {
          findings.add(unused(vendor, rule, allowance));
        }
      }
    }
    return findings;
  }

  private static Finding unused(Vendor vendor, Rule rule, Allowance allowance) {
    String reason = allowance.reason().strip().replaceAll("\\s+", " ");
    return Finding.of(
            rule, "this allow-list entry matches nothing: " + reason, "remove it from the list")
        .at(HeaderPath.of(vendor.configFolder() + "/vendor.yaml"), allowance.line())
        .asWarning();
  }
}
