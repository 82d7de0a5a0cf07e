package dev.xenvendor.cheader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a header defines, with the conditions under which it does. */
final class Definitions {

  /** A definition: what it defines, where, and its text. */
  private record Seen(int line, Condition condition, String text) {}

  private final Map<String, List<Seen>> seen = new HashMap<>();
  private final Map<String, StructureFault> faults = new LinkedHashMap<>();

  Collection<StructureFault> faults() {
    return faults.values();
  }

  /**
   * Notes a definition.
   *
   * @param what its kind and name
   */
  void add(String what, int line, Condition condition) {
    add(what, what, new Seen(line, condition, ""), false);
  }

  /**
   * Notes a member of a type.
   *
   * @param scope tells the braces that it stands in from all others
   */
  void addMember(String what, int scope, int line, Condition condition) {
    add(what + " " + scope, what, new Seen(line, condition, ""), false);
  }

  /** Notes a definition that C lets stand twice if it is the same, token by token. */
  void addRepeatable(String what, int line, Condition condition, String text) {
    add(what, what, new Seen(line, condition, text), true);
  }

  private void add(String place, String what, Seen definition, boolean repeatable) {
    if (definition.condition.isNever()) {
      return;
    }
    List<Seen> others = seen.computeIfAbsent(place, name -> new ArrayList<>());
    for (Seen other : others) {
      if (clash(definition, other) && !(repeatable && definition.text.equals(other.text))) {
        String message = what + " is defined twice";
        faults.putIfAbsent(
            what, new StructureFault(what, message, definition.line, Optional.of(other.line)));
      }
    }
    others.add(definition);
  }

  /** Whether both are compiled wherever one of them is; else each may be another branch's. */
  private static boolean clash(Seen one, Seen other) {
    return one.condition.implies(other.condition) || other.condition.implies(one.condition);
  }

  /** Forgets the definitions of a name, which is free again. */
  void remove(String what) {
    seen.remove(what);
  }
}
