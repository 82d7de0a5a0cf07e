package dev.xenvendor.impact.api;

import dev.xenvendor.tree.HeaderPath;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The names that one header gives to the code that includes it.
 *
 * @param constants macros and enumerators with an integer value
 * @param macros all other macros, each with the functions it calls that no header defines, in the
 *     order of the calls: code that uses the macro must have them
 * @param types as C code refers to them, as in {@code struct page}, each with the names of its
 *     fields
 * @param includes other headers of the release that it includes, each with the line
 * @param unread why it may give more than this; empty where all of it could be read
 */
public record HeaderInterface(
    SortedMap<String, Long> constants,
    SortedMap<String, List<String>> macros,
    SortedMap<String, List<String>> types,
    SortedMap<HeaderPath, Integer> includes,
    Optional<String> unread) {

  public HeaderInterface {
    constants = Collections.unmodifiableSortedMap(constants);
    macros = Collections.unmodifiableSortedMap(macros);
    types = Collections.unmodifiableSortedMap(types);
    includes = Collections.unmodifiableSortedMap(includes);
  }

  /** All of them, types as they are spelled. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(constants.keySet());
    names.addAll(macros.keySet());
    names.addAll(types.keySet());
    return names;
  }

  int size() {
    return constants.size() + macros.size() + types.size();
  }

  boolean isEmpty() {
    return size() == 0 && includes.isEmpty() && unread.isEmpty();
  }
}
