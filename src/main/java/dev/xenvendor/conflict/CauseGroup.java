package dev.xenvendor.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open decisions of one cause.
 *
 * @param decisions at least one, in the order of their numbers
 */
public record CauseGroup(Cause cause, List<OpenDecision> decisions) {

  /** Returns how many of the decisions have a suggestion. */
  public long suggested() {
    return decisions.stream().filter(decision -> decision.suggestion().isPresent()).count();
  }

  public boolean isAllSuggested() {
    return suggested() == decisions.size();
  }

  /** Groups in the order to work in: first what suggestions resolve, then the larger ones. */
  static List<CauseGroup> of(List<OpenDecision> decisions) {
    Map<String, List<OpenDecision>> byName = new LinkedHashMap<>();
    for (OpenDecision decision : decisions) {
      byName.computeIfAbsent(decision.cause().name(), name -> new ArrayList<>()).add(decision);
    }
    Comparator<CauseGroup> order =
        Comparator.comparing((CauseGroup group) -> !group.isAllSuggested())
            .thenComparingInt(group -> -group.decisions().size());
    return byName.values().stream()
        .map(same -> new CauseGroup(same.get(0).cause(), List.copyOf(same)))
        .sorted(order)
        .toList();
  }
}
