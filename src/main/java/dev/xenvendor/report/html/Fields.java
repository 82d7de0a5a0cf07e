package dev.xenvendor.report.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The values of a template by name.
 *
 * <p>An absent value is put as an empty list: a template then takes the section for it as false. A
 * name that was never put would be looked up in the fields around these.
 */
final class Fields {

  private final Map<String, Object> values = new HashMap<>();

  Fields put(String name, Object value) {
    values.put(name, value);
    return this;
  }

  Fields put(String name, Optional<?> value) {
    return put(name, value.isPresent() ? value.get() : List.of());
  }

  Fields put(String name, Fields value) {
    return put(name, value.values);
  }

  <T> Fields put(String name, Stream<T> items, Function<T, Fields> each) {
    return put(name, items.map(item -> each.apply(item).values).toList());
  }

  /** Puts the fields of a part that may be absent. */
  <T> Fields put(String name, Optional<T> item, Function<T, Fields> each) {
    return put(name, item.map(present -> each.apply(present).values));
  }

  Map<String, Object> values() {
    return values;
  }
}
