package dev.xenvendor.abi;

import dev.xenvendor.abi.Fact.Shape;
import dev.xenvendor.c.parse.HeaderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How headers differ as one view shows them. */
final class ViewDifference {

  private final SortedSet<HeaderView> view;
  private final Contents before;
  private final Contents after;

  /** The names of both that do not stand for the same. */
  private final Map<Name, List<Detail>> changed = new TreeMap<>();

  ViewDifference(HeaderView view, Contents before, Contents after) {
    this.view = new TreeSet<>(Set.of(view));
    this.before = before;
    this.after = after;
    before
        .items()
        .forEach(
            (name, old) -> {
              Item now = after.items().get(name);
              if (now != null && !old.fact().equals(now.fact())) {
                changed.put(name, FactDifference.between(old.fact(), now.fact()));
              }
            });
  }

  List<NameChange> changes() {
    List<NameChange> changes = new ArrayList<>();
    before.items().values().stream()
        .filter(item -> !after.items().containsKey(item.name()))
        .filter(item -> !after.unread().contains(item.file()))
        .forEach(item -> changes.add(change(Optional.of(item), Optional.empty())));
    after.items().values().stream()
        .filter(item -> !before.items().containsKey(item.name()))
        .filter(item -> !before.unread().contains(item.file()))
        .forEach(item -> changes.add(change(Optional.empty(), Optional.of(item))));
    changed.forEach((name, details) -> compare(name, details).ifPresent(changes::add));
    return changes;
  }

  private NameChange change(Optional<Item> before, Optional<Item> after) {
    Name name = after.or(() -> before).orElseThrow().name();
    return new NameChange(name, view, before, after, List.of(), List.of());
  }

  private Optional<NameChange> compare(Name name, List<Detail> details) {
    Item old = item(before, name);
    Item now = item(after, name);
    if (aliased(old, now).isPresent()) {
      return Optional.empty(); // the type that it is another name for is told of
    }
    List<Name> through = old.text().equals(now.text()) ? through(now) : List.of();
    return Optional.of(
        new NameChange(name, view, Optional.of(old), Optional.of(now), details, through));
  }

  private static Item item(Contents contents, Name name) {
    Item item = contents.items().get(name);
    if (item == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return item;
  }

  /** The changed type for which a typedef is nothing but another name, before as after. */
  private Optional<Name> aliased(Item old, Item now) {
    return old.fact() instanceof Shape shape
            && now.fact() instanceof Shape other
            && shape.type().equals(other.type())
            && other.members().isEmpty()
        ? changed.keySet().stream()
            .filter(name -> name.kind().isType() && name.spelling().equals(shape.type()))
            .findFirst()
        : Optional.empty();
  }

  /** What an item uses that changed; in place of another name for a type, the type. */
  private List<Name> through(Item item) {
    SortedSet<Name> found = new TreeSet<>();
    for (Name name : changed.keySet()) {
      if (item.uses().contains(name.text()) && !name.equals(item.name())) {
        found.add(unaliased(name));
      }
    }
    return List.copyOf(found);
  }

  private static final int MOST_ALIASES = 64;

  private Name unaliased(Name name) {
    Name unaliased = name;
    for (int i = 0; i < MOST_ALIASES; i++) {
      Optional<Name> next = aliased(item(before, unaliased), item(after, unaliased));
      if (next.isEmpty()) {
        break;
      }
      unaliased = next.get();
    }
    return unaliased;
  }
}
