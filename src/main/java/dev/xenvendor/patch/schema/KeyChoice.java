package dev.xenvendor.patch.schema;

import dev.xenvendor.yaml.YamlBlock;
import dev.xenvendor.yaml.YamlMapping;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keys of which exactly one must be there, since two would leave open which of them counts.
 *
 * @param usual the name of the key that is asked for where none is there
 */
public record KeyChoice<T>(List<Alternative<T>> alternatives, String usual, String words)
    implements KeyGroup<T> {

  /**
   * One of the keys.
   *
   * @param holds whether a value is written with this key
   */
  public record Alternative<T>(Key<T> key, Predicate<T> holds) {}

  @Override
  public List<Key<T>> keys() {
    return alternatives.stream().map(Alternative::key).toList();
  }

  @Override
  public T read(YamlMapping mapping) {
    List<Key<T>> there =
        keys().stream().filter(key -> mapping.find(key.name()).isPresent()).toList();
    if (there.isEmpty()) {
      throw mapping.lacks(usual);
    }
    String last = there.get(there.size() - 1).name();
    if (there.size() > 1) {
      String first = there.get(0).name();
      throw mapping.key(last).problem("'" + last + "' cannot be combined with '" + first + "'");
    }
    return there.get(0).read(mapping);
  }

  @Override
  public void write(YamlBlock block, T value) {
    alternatives.stream()
        .filter(alternative -> alternative.holds().test(value))
        .findFirst()
        .orElseThrow()
        .key()
        .write(block, value);
  }
}
