package dev.xenvendor.abi;

import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.tree.HeaderPath;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The interface of a header tree: its types, constants and macros, in each view. */
public record TreeAbi(SortedMap<HeaderView, ViewAbi> views) {

  public TreeAbi {
    views = Collections.unmodifiableSortedMap(views);
  }

  /** Returns why sizes, places and values are not known, if they are not. */
  public Optional<String> unmeasured() {
    return views.values().stream().flatMap(abi -> abi.unmeasured().stream()).findFirst();
  }

  /** The headers that were read in part in some view, with the first place that was not. */
  public SortedMap<HeaderPath, String> inPart() {
    SortedMap<HeaderPath, String> inPart = new TreeMap<>();
    views.values().forEach(abi -> abi.inPart().forEach(inPart::putIfAbsent));
    return inPart;
  }

  /** The headers that compile in no view, with what the compiler said in the first. */
  public SortedMap<HeaderPath, String> neverCompile() {
    SortedMap<HeaderPath, String> never = new TreeMap<>();
    views.values().forEach(abi -> abi.failed().forEach(never::putIfAbsent));
    never.keySet().removeIf(p -> views.values().stream().anyMatch(c -> !c.failed().containsKey(p)));
    return never;
  }
}
