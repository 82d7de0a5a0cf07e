package dev.xenvendor.check;

import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.profile.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings about an earlier state of a tree, with the severities of that state's profile. A
 * finding that was a warning then and is an error now is not known; neither is one that was
 * allowed, or whose rule was off.
 */
final class KnownFindings {

  private final Map<Severity, Map<String, Integer>> counts = new EnumMap<>(Severity.class);

  KnownFindings(List<Finding> findings) {
    for (Finding finding : findings) {
      of(finding.severity()).merge(finding.identity(), 1, Integer::sum);
    }
  }

  /**
   * Those findings that are new; of several that are alike, as many as there are more now. A rule
   * that could not be checked now may hide what is new, whatever was the case before.
   */
  List<Finding> fresh(List<Finding> findings) {
    List<Finding> fresh = new ArrayList<>();
    for (Finding finding : findings) {
      boolean said =
          take(Severity.ERROR, finding) || (!finding.isError() && take(Severity.WARNING, finding));
      if (!said || finding.skipped()) {
        fresh.add(finding);
      }
    }
    return fresh;
  }

  private boolean take(Severity severity, Finding finding) {
    return of(severity).merge(finding.identity(), -1, Integer::sum) >= 0;
  }

  private Map<String, Integer> of(Severity severity) {
    return counts.computeIfAbsent(severity, s -> new HashMap<>());
  }
}
