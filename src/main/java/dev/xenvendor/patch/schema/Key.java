package dev.xenvendor.patch.schema;

import dev.xenvendor.yaml.YamlBlock;
import dev.xenvendor.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/**
 * A key that holds a value.
 *
 * @param description what an editor shows about it; may be empty
 * @param needs the key that must be there as well
 * @param words what the documentation calls it, in Markdown
 */
public record Key<T>(
    String name, KeyType<T> type, String description, Optional<String> needs, String words)
    implements KeyGroup<T> {

  public Key(String name, KeyType<T> type, String description) {
    this(name, type, description, Optional.empty(), '`' + name + '`');
  }

  public Key(String name, KeyType<T> type) {
    this(name, type, "");
  }

  /** The same key, which must not be there without another one. */
  public Key<T> needing(String other) {
    return new Key<>(name, type, description, Optional.of(other), words);
  }

  /** The same key with other words in the documentation. */
  public Key<T> inWords(String other) {
    return new Key<>(name, type, description, needs, other);
  }

  @Override
  public List<Key<T>> keys() {
    return List.of(this);
  }

  @Override
  public T read(YamlMapping mapping) {
    return type.reader().apply(mapping.get(name));
  }

  @Override
  public void write(YamlBlock block, T value) {
    type.writer().write(block, name, value);
  }
}
