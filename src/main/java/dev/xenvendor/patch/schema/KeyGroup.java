package dev.xenvendor.patch.schema;

import dev.xenvendor.yaml.YamlBlock;
import dev.xenvendor.yaml.YamlMapping;
import java.util.List;

/** One key, or several of which one must be there, that hold one value. */
public sealed interface KeyGroup<T> permits Key, KeyChoice {

  List<Key<T>> keys();

  /** Returns what the documentation calls the keys, in Markdown. */
  String words();

  T read(YamlMapping mapping);

  void write(YamlBlock block, T value);
}
