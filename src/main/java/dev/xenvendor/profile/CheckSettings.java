package dev.xenvendor.profile;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Limits;
import dev.xenvendor.tree.PathSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a profile for {@code check}, {@code abi} and {@code impact}.
 *
 * @param baseline the oldest release that the tree must still run on
 * @param consumers the files that use the headers, from the root of the tree
 * @param limits what exceeds these is not read
 */
public record CheckSettings(
    Optional<Version> baseline,
    PathSet consumers,
    AbiSettings abi,
    Map<Rule, RuleSettings> rules,
    Limits limits) {

  public CheckSettings {
    rules = rules.isEmpty() ? Map.of() : new EnumMap<>(rules);
  }

  public CheckSettings withLimits(Limits other) {
    return new CheckSettings(baseline, consumers, abi, rules, other);
  }

  public RuleSettings of(Rule rule) {
    return rules.getOrDefault(rule, RuleSettings.DEFAULT);
  }

  public Severity severity(Rule rule) {
    return of(rule).severity().orElse(rule.severity());
  }

  /** Returns whether a file of the tree uses the headers; the headers themselves do not count. */
  public boolean isConsumer(HeaderPath path, HeaderPath prefix) {
    return path.below(prefix).isEmpty() && consumers.test(path);
  }
}
