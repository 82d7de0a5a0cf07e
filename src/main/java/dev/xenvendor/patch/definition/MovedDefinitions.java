package dev.xenvendor.patch.definition;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Definitions that were taken out of a header together, word for word, with the comments above
 * them.
 *
 * @param definitions what they define
 */
public record MovedDefinitions(List<CDefinition> definitions, byte[] text) {

  /** The types among them, as C code refers to them; those that macros make are types as well. */
  public List<String> types() {
    return definitions.stream()
        .flatMap(CDefinition::withMade)
        .filter(d -> d instanceof CDefinition.Composite || d instanceof CDefinition.Typedef)
        .map(CDefinition::spelling)
        .toList();
  }

  public Set<CName> defines() {
    Set<CName> defines = new TreeSet<>();
    definitions.forEach(definition -> defines.addAll(definition.defines()));
    return defines;
  }
}
