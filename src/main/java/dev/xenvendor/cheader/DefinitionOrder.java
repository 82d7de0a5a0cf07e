package dev.xenvendor.cheader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings definitions into an order in which each stands behind what it uses. */
public final class DefinitionOrder {

  private DefinitionOrder() {}

  /**
   * The same definitions, in the order given wherever that is good enough. Where some use one
   * another in a circle, the order given decides: it compiled before.
   */
  public static List<CDefinition> of(List<CDefinition> definitions) {
    List<CDefinition> waiting = new ArrayList<>(definitions);
    List<CDefinition> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      CDefinition next =
          waiting.stream()
              .filter(definition -> isReady(definition, waiting))
              .findFirst()
              .orElse(waiting.get(0));
      ordered.add(next);
      waiting.remove(next);
    }
    return ordered;
  }

  private static boolean isReady(CDefinition definition, List<CDefinition> waiting) {
    Set<CName> missing = new HashSet<>();
    waiting.stream()
        .filter(other -> !other.place().equals(definition.place()))
        .forEach(other -> missing.addAll(other.defines()));
    missing.removeAll(definition.defines());
    return definition.uses().stream().noneMatch(missing::contains);
  }
}
