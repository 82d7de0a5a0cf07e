package dev.xenvendor.abi;

import dev.xenvendor.c.compiler.SystemCompiler;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a header tree promises: its types, constants and macros, in each view. */
public record Interface(SortedMap<HeaderView, ViewAbi> views) {

  public Interface {
    views = Collections.unmodifiableSortedMap(views);
  }

  /** That of Xen's headers, seen from their own root. Without a compiler it has names only. */
  public static Interface of(HeaderTree headers, SystemCompiler compiler) {
    return new AbiReader(compiler).read(headers);
  }

  /** Every name with its place and value, from the first view that has it. */
  public SortedMap<Name, AbiEntry> names() {
    SortedMap<Name, AbiEntry> names = new TreeMap<>();
    views.values().forEach(abi -> abi.entries().forEach(names::putIfAbsent));
    return names;
  }

  /** Why sizes, places and values are not known, if they are not. */
  public Optional<String> unmeasured() {
    return views.values().stream().flatMap(abi -> abi.unmeasured().stream()).findFirst();
  }

  /** The headers that compile in no view, with what the compiler said in the first. */
  public SortedMap<HeaderPath, String> neverCompile() {
    SortedMap<HeaderPath, String> never = new TreeMap<>();
    views.values().forEach(abi -> abi.failed().forEach(never::putIfAbsent));
    never.keySet().removeIf(p -> views.values().stream().anyMatch(c -> !c.failed().containsKey(p)));
    return never;
  }
}
