package dev.xenvendor.check.inspection;

import dev.xenvendor.c.parse.Target;
import dev.xenvendor.profile.Rule;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings of rules that need a C compiler if none is usable. */
public final class CompilerUnavailable {

  private CompilerUnavailable() {}

  /** Returns whether there is no compiler, or no release to compile trunk's headers beside. */
  public static boolean without(Inspection tree) {
    return tree.states().isEmpty() || tree.probe().compiler().compiler().isEmpty();
  }

  /** The finding for a profile without targets. */
  public static Finding noTarget(Inspection tree) {
    return Finding.skipped(
            Rule.DOES_NOT_COMPILE,
            "skipped, abi.targets is empty: no header is compiled",
            "headers are compiled for "
                + Stream.of(Target.values()).map(Target::word).collect(Collectors.joining(" and "))
                + " only; list one in "
                + tree.vendor().configFolder()
                + "/vendor.yaml, or turn the rule off: check: {does-not-compile: off}")
        .asWarning();
  }

  /** Has the severity of the rule, because what was not checked may be wrong. */
  public static Finding finding(Rule rule, String reason) {
    return Finding.skipped(
        rule,
        "skipped, " + reason,
        "set CC to a C compiler that supports both targets, or turn the rule off: check: {"
            + rule.word()
            + ": off}");
  }

  /**
   * The finding of a rule that could not measure headers: there is no compiler, or they do not
   * compile.
   */
  public static Finding unmeasured(Inspection tree, Rule rule, String reason) {
    return tree.probe().compiler().compiler().isEmpty()
        ? finding(rule, reason)
        : Finding.skipped(
            rule,
            "skipped, " + reason,
            "the headers with their local patches must compile: see does-not-compile");
  }
}
