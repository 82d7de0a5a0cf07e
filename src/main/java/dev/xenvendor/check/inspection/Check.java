package dev.xenvendor.check.inspection;

import dev.xenvendor.profile.Rule;
import java.util.List;
import java.util.Set;

/** Looks at a tree for what some rules are about. */
public interface Check {

  /** The rules that its findings are of. */
  Set<Rule> rules();

  /** Returns its findings, possibly including those of rules that were not requested. */
  List<Finding> findings(Inspection tree);

  /** The rules of which it can say nothing here, as without the vendor branch or a compiler. */
  default Set<Rule> undecided(Inspection tree) {
    return Set.of();
  }
}
