package dev.xenvendor.yaml;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SpellingSuggestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Keys with their values. */
public final class YamlMapping {

  private final String file;
  private final String what;
  private final MappingNode node;
  private final Map<String, YamlNode> entries = new LinkedHashMap<>();
  private final Map<String, YamlNode> keys = new LinkedHashMap<>();

  YamlMapping(String file, String what, MappingNode node) {
    this.file = file;
    this.what = what;
    this.node = node;
    for (NodeTuple tuple : node.getValue()) {
      YamlNode key = new YamlNode(file, "a key", tuple.getKeyNode());
      String name = key.text();
      String valueName =
          tuple.getKeyNode() instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : what;
      if (entries.put(name, new YamlNode(file, valueName, tuple.getValueNode())) != null) {
        throw key.problem("the key '" + name + "' occurs twice");
      }
      keys.put(name, key);
    }
  }

  /** Refuses keys that mean nothing here, and names the one that was probably meant. */
  public YamlMapping allow(String... names) {
    Set<String> allowed = new TreeSet<>(Set.of(names));
    keys.forEach(
        (name, key) -> {
          if (!allowed.contains(name)) {
            throw unknown(name, key, allowed);
          }
        });
    return this;
  }

  private Problem unknown(String name, YamlNode key, Collection<String> allowed) {
    String nearest =
        SpellingSuggestion.to(name, allowed)
            .map(near -> ", did you mean '" + near + "'?")
            .orElse("");
    return key.problem("unknown key '" + name + "'" + nearest)
        .hint("allowed here: " + String.join(", ", allowed));
  }

  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  public YamlNode get(String key) {
    return find(key).orElseThrow(() -> lacks(key));
  }

  /** The problem that a key is missing here. */
  public Problem lacks(String key) {
    return Problem.inputFile(YamlNode.place(file, node), what + " lacks the key '" + key + "'");
  }

  /** The entries in the order of the file, each of which must be one text. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  /** The entries in the order of the file. */
  public Map<String, YamlNode> entries() {
    return new LinkedHashMap<>(entries);
  }

  /** The position of a key, for messages about it. */
  public YamlNode key(String name) {
    return keys.getOrDefault(name, new YamlNode(file, what, node));
  }
}
