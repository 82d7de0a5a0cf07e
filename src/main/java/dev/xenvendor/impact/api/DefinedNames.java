package dev.xenvendor.impact.api;

import dev.xenvendor.tree.HeaderPath;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of a whole release; of several definitions of one, that of the first header. */
public final class DefinedNames {

  private final SortedMap<String, Long> constants = new TreeMap<>();
  private final SortedMap<String, List<String>> macros = new TreeMap<>();
  private final SortedMap<String, List<String>> types = new TreeMap<>();
  private final Set<String> fields = new HashSet<>();
  private final Map<String, HeaderPath> headers = new HashMap<>();

  public DefinedNames(ReleaseInterface release) {
    release.headers().forEach(this::add);
  }

  private void add(HeaderPath path, HeaderInterface header) {
    header.constants().forEach(constants::putIfAbsent);
    header.macros().forEach(macros::putIfAbsent);
    header.types().forEach(types::putIfAbsent);
    header.types().values().forEach(fields::addAll);
    header.names().forEach(name -> headers.putIfAbsent(name, path));
  }

  /** Returns macros and enumerators with their values. */
  public SortedMap<String, Long> constants() {
    return Collections.unmodifiableSortedMap(constants);
  }

  /** Returns the other macros, each with the functions it calls that no header defines. */
  public SortedMap<String, List<String>> macros() {
    return Collections.unmodifiableSortedMap(macros);
  }

  /** Returns types by their spelling, each with the names of its fields. */
  public SortedMap<String, List<String>> types() {
    return Collections.unmodifiableSortedMap(types);
  }

  /** Returns whether the preprocessor or an enum knows the name. */
  public boolean hasMacro(String name) {
    return constants.containsKey(name) || macros.containsKey(name);
  }

  /** Returns whether it is the name of a type; a macro may be one. */
  public boolean hasType(String spelling) {
    return types.containsKey(spelling) || hasMacro(spelling);
  }

  public boolean hasField(String name) {
    return fields.contains(name);
  }

  Set<String> all() {
    return headers.keySet();
  }

  public HeaderPath headerOf(String name) {
    return Objects.requireNonNull(headers.get(name));
  }
}
