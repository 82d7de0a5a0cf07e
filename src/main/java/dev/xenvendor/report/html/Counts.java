package dev.xenvendor.report.html;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts the items of a list by what they have in common, for its filters. */
final class Counts<T> {

  /**
   * An item with its place in the list.
   *
   * @param number counted from 1
   */
  record Numbered<T>(int number, T value) {}

  /**
   * Items that have a name in common.
   *
   * @param first the number of the first of them
   */
  record Count(String name, int count, int first) {}

  private final List<T> items;

  Counts(List<T> items) {
    this.items = items;
  }

  Stream<Numbered<T>> numbered() {
    return IntStream.range(0, items.size()).mapToObj(i -> new Numbered<>(i + 1, items.get(i)));
  }

  /** Returns the names that items have, the most frequent first. */
  Stream<Count> by(Function<T, String> name) {
    Map<String, List<Numbered<T>>> named =
        numbered()
            .collect(
                Collectors.groupingBy(
                    item -> name.apply(item.value()), LinkedHashMap::new, Collectors.toList()));
    return named.entrySet().stream()
        .map(e -> new Count(e.getKey(), e.getValue().size(), e.getValue().get(0).number()))
        .sorted(Comparator.comparingInt(Count::count).reversed());
  }

  static Fields fields(Count count) {
    return new Fields()
        .put("name", count.name())
        .put("count", count.count())
        .put("first", count.first());
  }
}
