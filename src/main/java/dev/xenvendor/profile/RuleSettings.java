package dev.xenvendor.profile;

import java.util.List;
import java.util.Optional;

/**
 * The settings of a profile for one rule.
 *
 * @param severity empty where the rule's own holds
 */
public record RuleSettings(Optional<Severity> severity, List<Allowance> allow) {

  static final RuleSettings DEFAULT = new RuleSettings(Optional.empty(), List.of());

  public RuleSettings {
    allow = List.copyOf(allow);
  }
}
