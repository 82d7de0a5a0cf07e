package dev.xenvendor.check;

import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The result of a check.
 *
 * @param release what trunk's headers come from, where that is known
 * @param headers how many headers trunk has
 * @param patches how many local patches are for the release
 * @param rules the rules that were run
 * @param findings in the order of rules, paths and lines
 * @param allowed how many findings the profile puts up with
 * @param durations how long the checks took, by the first rule of each
 * @param since the state of the tree whose findings were left out
 */
public record CheckReport(
    Vendor vendor,
    Optional<Version> release,
    int headers,
    int patches,
    Set<Rule> rules,
    List<Finding> findings,
    int allowed,
    Map<Rule, Duration> durations,
    Optional<String> since) {

  /** Returns the same report with other hints. */
  public CheckReport withHints(UnaryOperator<String> other) {
    List<Finding> hinted =
        findings.stream().map(finding -> finding.withHint(other.apply(finding.hint()))).toList();
    return new CheckReport(
        vendor, release, headers, patches, rules, hinted, allowed, durations, since);
  }

  /** Returns how long the check of a rule took; nothing where another rule's check decides it. */
  public Duration duration(Rule rule) {
    return durations.getOrDefault(rule, Duration.ZERO);
  }

  public boolean isClean() {
    return findings.isEmpty();
  }

  public long errors() {
    return findings.stream().filter(Finding::isError).count();
  }

  /** Returns whether errors were found by rules that could be checked. */
  public boolean hasProvenErrors() {
    return findings.stream().anyMatch(finding -> finding.isError() && !finding.skipped());
  }

  public long warnings() {
    return findings.size() - errors();
  }
}
