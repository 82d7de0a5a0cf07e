package dev.xenvendor.abi;

import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The differences between two interfaces.
 *
 * @param changes in the order of their files and lines
 */
public record AbiDifference(TreeAbi before, TreeAbi after, List<NameChange> changes) {

  private static final Comparator<NameChange> IN_FILES =
      Comparator.comparing((NameChange change) -> change.entry().file())
          .thenComparingInt(change -> change.entry().line())
          .thenComparing(NameChange::name)
          .thenComparing(change -> change.views().first());

  public AbiDifference {
    changes = List.copyOf(changes);
  }

  /** The difference in the views that both have. */
  public static AbiDifference between(TreeAbi before, TreeAbi after) {
    Map<Key, List<NameChange>> byName = new LinkedHashMap<>();
    before
        .views()
        .forEach(
            (view, old) ->
                Optional.ofNullable(after.views().get(view))
                    .map(now -> new ViewDifference(view, old, now).changes())
                    .orElse(List.of())
                    .forEach(
                        change ->
                            byName
                                .computeIfAbsent(Key.of(change), key -> new ArrayList<>())
                                .add(change)));
    List<NameChange> changes =
        byName.values().stream().map(AbiDifference::together).sorted(IN_FILES).toList();
    return new AbiDifference(before, after, changes);
  }

  private record Key(AbiName name, NameChange.Kind kind) {

    static Key of(NameChange change) {
      return new Key(change.name(), change.kind());
    }
  }

  /** Returns what several views show of the same name. */
  private static NameChange together(List<NameChange> changes) {
    SortedSet<HeaderView> views = new TreeSet<>();
    SortedSet<AbiName> through = new TreeSet<>();
    Map<ChangeDetail, SortedSet<HeaderView>> details = new LinkedHashMap<>();
    for (NameChange change : changes) {
      views.addAll(change.views());
      through.addAll(change.through());
      change
          .details()
          .forEach(
              detail ->
                  details.computeIfAbsent(detail, d -> new TreeSet<>()).addAll(change.views()));
    }
    List<ChangeDetail> seen = new ArrayList<>();
    details.forEach((detail, in) -> seen.add(detail.in(in)));
    NameChange first = changes.get(0);
    return new NameChange(
        first.name(), views, first.before(), first.after(), seen, List.copyOf(through));
  }

  /** Returns why sizes, places and values were not compared, if they were not. */
  public Optional<String> unmeasured() {
    return before.unmeasured().or(after::unmeasured);
  }

  /**
   * The headers that were compared in part, since the C parser cannot read all of one of the two,
   * and the first place that it cannot.
   */
  public SortedMap<HeaderPath, String> comparedInPart() {
    SortedMap<HeaderPath, String> inPart = new TreeMap<>(before.inPart());
    after.inPart().forEach(inPart::putIfAbsent);
    return inPart;
  }

  /** The headers that were not compared, since one of the two compiles in no view, and why. */
  public SortedMap<HeaderPath, String> notCompared() {
    SortedMap<HeaderPath, String> not = new TreeMap<>(before.neverCompile());
    after.neverCompile().forEach(not::putIfAbsent);
    return not;
  }
}
