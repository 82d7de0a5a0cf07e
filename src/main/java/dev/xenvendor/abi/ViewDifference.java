package dev.xenvendor.abi;

import dev.xenvendor.abi.Meaning.Shape;
import dev.xenvendor.c.parse.HeaderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the interfaces of two header trees in one view. */
final class ViewDifference {

  private final SortedSet<HeaderView> view;
  private final ViewAbi before;
  private final ViewAbi after;

  /** The names of both whose meanings differ. */
  private final Map<AbiName, List<ChangeDetail>> changed = new TreeMap<>();

  ViewDifference(HeaderView view, ViewAbi before, ViewAbi after) {
    this.view = new TreeSet<>(Set.of(view));
    this.before = before;
    this.after = after;
    before
        .entries()
        .forEach(
            (name, old) -> {
              AbiEntry now = after.entries().get(name);
              if (now != null && !old.meaning().equals(now.meaning())) {
                changed.put(name, MeaningDifference.between(old.meaning(), now.meaning()));
              }
            });
  }

  List<NameChange> changes() {
    List<NameChange> changes = new ArrayList<>();
    before.entries().values().stream()
        .filter(entry -> !after.entries().containsKey(entry.name()))
        .filter(entry -> !after.unread().contains(entry.file()))
        .forEach(entry -> changes.add(change(Optional.of(entry), Optional.empty())));
    after.entries().values().stream()
        .filter(entry -> !before.entries().containsKey(entry.name()))
        .filter(entry -> !before.unread().contains(entry.file()))
        .forEach(entry -> changes.add(change(Optional.empty(), Optional.of(entry))));
    changed.forEach((name, details) -> compare(name, details).ifPresent(changes::add));
    return changes;
  }

  private NameChange change(Optional<AbiEntry> before, Optional<AbiEntry> after) {
    AbiName name = after.or(() -> before).orElseThrow().name();
    return new NameChange(name, view, before, after, List.of(), List.of());
  }

  private Optional<NameChange> compare(AbiName name, List<ChangeDetail> details) {
    AbiEntry old = entry(before, name);
    AbiEntry now = entry(after, name);
    if (aliased(old, now).isPresent()) {
      return Optional.empty(); // the type that it names is reported instead
    }
    List<AbiName> through = old.text().equals(now.text()) ? through(now) : List.of();
    return Optional.of(
        new NameChange(name, view, Optional.of(old), Optional.of(now), details, through));
  }

  private static AbiEntry entry(ViewAbi abi, AbiName name) {
    AbiEntry entry = abi.entries().get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return entry;
  }

  /** The changed type for which a typedef is nothing but another name, before as after. */
  private Optional<AbiName> aliased(AbiEntry old, AbiEntry now) {
    return old.meaning() instanceof Shape shape
            && now.meaning() instanceof Shape other
            && shape.type().equals(other.type())
            && other.members().isEmpty()
        ? changed.keySet().stream()
            .filter(name -> name.kind().isType() && name.spelling().equals(shape.type()))
            .findFirst()
        : Optional.empty();
  }

  /** Returns what an entry uses that changed; in place of another name for a type, the type. */
  private List<AbiName> through(AbiEntry entry) {
    SortedSet<AbiName> found = new TreeSet<>();
    for (AbiName name : changed.keySet()) {
      if (entry.uses().contains(name.text()) && !name.equals(entry.name())) {
        found.add(unaliased(name));
      }
    }
    return List.copyOf(found);
  }

  private static final int MOST_ALIASES = 64;

  private AbiName unaliased(AbiName name) {
    AbiName unaliased = name;
    for (int i = 0; i < MOST_ALIASES; i++) {
      Optional<AbiName> next = aliased(entry(before, unaliased), entry(after, unaliased));
      if (next.isEmpty()) {
        break;
      }
      unaliased = next.get();
    }
    return unaliased;
  }
}
