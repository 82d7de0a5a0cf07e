package dev.xenvendor.impact;

import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.impact.GuardedRegions.Region;
import java.util.Optional;

/** Determines how a file's code handles a hypervisor that lacks what it uses. */
final class GuardAnalysis {

  private final CTokens tokens;
  private final GuardedRegions guards;
  private final CallResults results;
  private final CapabilityFlags flags;

  GuardAnalysis(CTokens tokens, CapabilityFlags flags) {
    this.tokens = tokens;
    this.guards = new GuardedRegions(tokens);
    this.results = new CallResults(tokens);
    this.flags = flags;
  }

  GuardedRegions guards() {
    return guards;
  }

  /**
   * Returns how the code at a token handles it; empty if it does not.
   *
   * @param wrapper the name by which C code calls the hypercall
   */
  Optional<GuardedUse.How> how(int token, String wrapper) {
    Optional<Region> function = guards.around(token);
    if (guards.protect(token) || function.filter(f -> flags.guard(tokens, token, f)).isPresent()) {
      return Optional.of(GuardedUse.How.GUARDED);
    }
    return function
        .filter(f -> results.areCompared(token, f, wrapper))
        .map(f -> GuardedUse.How.CHECKED);
  }
}
