package dev.xenvendor.impact;

import dev.xenvendor.impact.api.DefinedNames;
import dev.xenvendor.impact.api.Features;
import dev.xenvendor.impact.api.HeaderInterface;
import dev.xenvendor.impact.api.Hypercalls;
import dev.xenvendor.impact.api.InterfaceChange;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the API of one release's headers that another release's headers lack. */
final class RemovedApiSearch {

  private final InterfaceChange change;
  private final DefinedNames before;
  private final DefinedNames after;
  private final Features featuresNow;
  private final List<RemovedApi> losses = new ArrayList<>();

  private RemovedApiSearch(InterfaceChange change) {
    this.change = change;
    this.before = new DefinedNames(change.before());
    this.after = new DefinedNames(change.after());
    this.featuresNow = Features.of(change.after());
  }

  static List<RemovedApi> of(InterfaceChange change) {
    RemovedApiSearch found = new RemovedApiSearch(change);
    found.addHeaders();
    found.addMacros();
    found.addTypes();
    found.addFields();
    found.addCalls();
    found.losses.removeIf(found::isUncertain);
    return List.copyOf(found.losses);
  }

  /** A header that was not read in full may still give the name; reports say so of the header. */
  private boolean isUncertain(RemovedApi loss) {
    HeaderInterface now = change.after().headers().get(loss.header());
    return now != null && now.unread().isPresent();
  }

  private void addHeaders() {
    change.goneHeaders().forEach(path -> losses.add(new RemovedApi.Header(path, Optional.empty())));
    change
        .movedHeaders()
        .forEach((path, now) -> losses.add(new RemovedApi.Header(path, Optional.of(now.value()))));
  }

  private void addMacros() {
    before.constants().forEach((name, value) -> addMacro(name, numberNow(name, value)));
    before.macros().keySet().forEach(name -> addMacro(name, Optional.empty()));
  }

  private void addMacro(String name, Optional<String> now) {
    if (!after.hasMacro(name) && !after.hasType(name)) {
      losses.add(new RemovedApi.Macro(name, before.headerOf(name), now));
    }
  }

  /** The new name of a number: certain for what the hypervisor is asked by, and for no other. */
  private Optional<String> numberNow(String name, long value) {
    return Hypercalls.feature(name, value)
        .flatMap(featuresNow::nameOf)
        .filter(now -> !before.hasMacro(now));
  }

  private void addTypes() {
    before.types().keySet().stream()
        .filter(type -> !after.hasType(type))
        .forEach(type -> losses.add(RemovedApi.Type.of(type, before.headerOf(type))));
  }

  private void addFields() {
    before
        .types()
        .forEach(
            (type, fields) -> {
              // A type that has none now may have become another name, or be hidden.
              if (!after.types().getOrDefault(type, List.of()).isEmpty()) {
                fields.stream()
                    .filter(field -> !after.hasField(field) && !after.hasMacro(field))
                    .map(
                        field ->
                            new RemovedApi.Field(
                                field, before.headerOf(type), type, spellings(type)))
                    .forEach(losses::add);
              }
            });
  }

  /** A struct's tag, and the typedef that goes with it by habit. */
  private static List<String> spellings(String type) {
    String name = type.substring(type.indexOf(' ') + 1);
    return name.equals(type) ? List.of(name) : List.of(name, name + "_t");
  }

  /** Functions that macros called, and what each became. */
  private void addCalls() {
    Map<String, Set<String>> callers = new TreeMap<>();
    Map<String, Optional<String>> now = new TreeMap<>();
    before
        .macros()
        .forEach(
            (macro, calls) -> {
              List<String> callsNow = after.macros().getOrDefault(macro, calls);
              for (String call : calls) {
                if (!callsNow.contains(call)) {
                  callers.computeIfAbsent(call, c -> new TreeSet<>()).add(macro);
                  now.merge(call, counterpart(call, calls, callsNow), RemovedApiSearch::agreed);
                }
              }
            });
    callers.forEach(
        (call, macros) -> {
          HeaderPath header = before.headerOf(macros.iterator().next());
          losses.add(
              new RemovedApi.Call(
                  call, header, macrosOf(header), now.getOrDefault(call, Optional.empty())));
        });
  }

  private Set<String> macrosOf(HeaderPath header) {
    HeaderInterface found = change.before().headers().get(header);
    return found == null ? Set.of() : found.macros().keySet();
  }

  /** Returns the call at the same position now, if the macro makes as many calls as before. */
  private static Optional<String> counterpart(
      String call, List<String> calls, List<String> callsNow) {
    return calls.size() == callsNow.size()
        ? Optional.of(callsNow.get(calls.indexOf(call)))
        : Optional.empty();
  }

  private static Optional<String> agreed(Optional<String> one, Optional<String> other) {
    return one.equals(other) ? one : Optional.empty();
  }
}
