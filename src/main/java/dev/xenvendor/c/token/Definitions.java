package dev.xenvendor.c.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a header defines, with the conditions under which it does. */
final class Definitions {

  private final List<Definition> all = new ArrayList<>();
  private final Map<String, List<Definition>> seen = new HashMap<>();
  private final Map<String, StructureFault> faults = new LinkedHashMap<>();

  /** Everything that is noted but members, in the order of the lines. */
  List<Definition> all() {
    return all;
  }

  Collection<StructureFault> faults() {
    return faults.values();
  }

  /**
   * Notes a definition.
   *
   * @param what its kind and name
   */
  void add(String what, int line, Condition condition) {
    add(what, what, new Definition(what, line, condition, ""), false);
  }

  /**
   * Notes a macro, which headers may share if it is the same, token by token; one header has no use
   * for it twice.
   */
  void addMacro(String what, int line, Condition condition, String text) {
    add(what, what, new Definition(what, line, condition, text), false);
  }

  /**
   * Notes a member of a type.
   *
   * @param scope identifies the enclosing braces
   */
  void addMember(String what, int scope, int line, Condition condition) {
    add(what + " " + scope, what, new Definition("", line, condition, ""), false);
  }

  /** Adds a definition that C allows twice if both are equal, token by token. */
  void addRepeatable(String what, int line, Condition condition, String text) {
    add(what, what, new Definition(what, line, condition, text), true);
  }

  private void add(String place, String what, Definition definition, boolean repeatable) {
    if (definition.condition().isNever()) {
      return;
    }
    List<Definition> others = seen.computeIfAbsent(place, name -> new ArrayList<>());
    for (Definition other : others) {
      boolean same = repeatable && definition.text().equals(other.text());
      if (definition.condition().clashesWith(other.condition()) && !same) {
        String message = what + " is defined twice";
        faults.putIfAbsent(
            what, new StructureFault(what, message, definition.line(), Optional.of(other.line())));
      }
    }
    others.add(definition);
    if (!definition.what().isEmpty()) {
      all.add(definition);
    }
  }

  /** Forgets the definitions of a name, which is free again. */
  void remove(String what) {
    seen.remove(what);
  }
}
