package dev.xenvendor.report.html;

import dev.xenvendor.abi.AbiEntry;
import dev.xenvendor.abi.Meaning.Shape;
import dev.xenvendor.abi.NameChange;
import dev.xenvendor.abi.TreeAbi;
import dev.xenvendor.c.parse.HeaderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layouts of a changed type: before beside after, and one target beside the other. */
final class LayoutMaps {

  /**
   * The layouts on one target.
   *
   * @param target its name; of several targets with the same layouts, all their names
   */
  private record Pair(String target, Optional<Shape> before, Optional<Shape> after) {

    boolean looksLike(Pair other) {
      return before.equals(other.before) && after.equals(other.after);
    }

    Fields fields() {
      return new Fields()
          .put("target", target)
          .put(
              "before", before.flatMap(b -> ByteMap.of("before", b, after, false)), ByteMap::fields)
          .put("after", after.flatMap(a -> ByteMap.of("after", a, before, true)), ByteMap::fields);
    }
  }

  private final TreeAbi before;
  private final TreeAbi after;

  LayoutMaps(TreeAbi before, TreeAbi after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the layouts in the views in which a type changed; of guests, where they see it. */
  List<Fields> of(NameChange change) {
    List<Pair> pairs = new ArrayList<>();
    for (HeaderView view : change.views()) {
      Optional<Shape> old = shape(before, view, change);
      Optional<Shape> now = shape(after, view, change);
      if (old.isPresent() || now.isPresent()) {
        add(pairs, new Pair(view.target().word(), old, now));
      }
    }
    return pairs.stream().map(Pair::fields).toList();
  }

  private static void add(List<Pair> pairs, Pair pair) {
    for (int i = 0; i < pairs.size(); i++) {
      Pair known = pairs.get(i);
      if (known.looksLike(pair)) {
        boolean named = List.of(known.target.split(" and ")).contains(pair.target);
        String both = named ? known.target : known.target + " and " + pair.target;
        pairs.set(i, new Pair(both, known.before, known.after));
        return;
      }
    }
    if (pairs.stream().noneMatch(known -> known.target.equals(pair.target))) {
      pairs.add(pair);
    }
  }

  private static Optional<Shape> shape(TreeAbi tree, HeaderView view, NameChange change) {
    return Optional.ofNullable(tree.views().get(view))
        .flatMap(abi -> Optional.ofNullable(abi.entries().get(change.name())))
        .map(AbiEntry::meaning)
        .filter(Shape.class::isInstance)
        .map(Shape.class::cast)
        .filter(shape -> !shape.members().isEmpty());
  }
}
