package dev.xenvendor.check;

import dev.xenvendor.vendor.Rule;

/** What is said where a rule needs a C compiler and there is none that does its work. */
final class Skipped {

  private Skipped() {}

  /** Whether there is no compiler, or no release to compile trunk's headers beside. */
  static boolean without(Inspection tree) {
    return tree.states().isEmpty() || tree.probe().compiler().compiler().isEmpty();
  }

  /** It weighs as much as the rule: what was not checked may be wrong. */
  static Finding finding(Rule rule, String reason) {
    return Finding.skipped(
        rule,
        "skipped, " + reason,
        "set CC to a C compiler that makes code for both targets, or turn the rule off: check: {"
            + rule.word()
            + ": off}");
  }
}
