package dev.xenvendor.patch.schema;

import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import java.util.Optional;
import java.util.function.Function;

/** The values that the keys of a mapping hold. */
public final class KeyValues {

  private final YamlMapping mapping;
  private final Function<String, Optional<byte[]>> beside;

  KeyValues(YamlMapping mapping, Function<String, Optional<byte[]>> beside) {
    this.mapping = mapping;
    this.beside = beside;
  }

  /**
   * Returns the value of keys that must be there.
   *
   * @throws dev.xenvendor.problem.Problem if they are missing, or their value is wrong
   */
  public <T> T get(KeyGroup<T> keys) {
    return keys.read(mapping);
  }

  /** Returns the value of a key that may be left out. */
  public <T> Optional<T> find(Key<T> key) {
    return has(key) ? Optional.of(key.read(mapping)) : Optional.empty();
  }

  public boolean has(Key<?> key) {
    return mapping.find(key.name()).isPresent();
  }

  /**
   * Returns the content of the file beside the patch that a key names.
   *
   * @throws dev.xenvendor.problem.Problem if there is no such file
   */
  public byte[] content(Key<String> key) {
    YamlNode node = mapping.get(key.name());
    return beside
        .apply(node.text())
        .orElseThrow(() -> node.problem("there is no file '" + node.text() + "' beside the patch"));
  }
}
