package dev.xenvendor.patch.schema;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.yaml.YamlBlock;
import dev.xenvendor.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A type of values: how one is read from YAML, written to it, and described.
 *
 * @param schema the JSON Schema of the value, as JSON
 */
public record KeyType<T>(Function<YamlNode, T> reader, Writer<T> writer, String schema) {

  /** Writes a key with its value. */
  @FunctionalInterface
  public interface Writer<T> {
    void write(YamlBlock block, String key, T value);
  }

  private static final String SCALAR = "{'$ref': '#/$defs/scalar'}";

  /** A text, of one line for the most part. */
  public static final KeyType<String> TEXT = new KeyType<>(YamlNode::text, YamlBlock::line, SCALAR);

  /** A text of several lines. */
  public static final KeyType<String> BLOCK =
      new KeyType<>(YamlNode::text, YamlBlock::text, SCALAR);

  /** A list of texts, at least one. */
  public static final KeyType<List<String>> TEXTS =
      new KeyType<>(
          YamlNode::texts,
          YamlBlock::list,
          "{'type': 'array', 'items': " + SCALAR + ", 'minItems': 1}");

  /** A list of texts; one text is a list of itself. */
  public static final KeyType<List<String>> ONE_OR_MORE =
      new KeyType<>(
          YamlNode::textOrTexts,
          YamlBlock::list,
          "{'oneOf': [" + SCALAR + ", {'type': 'array', 'items': " + SCALAR + "}]}");

  /** A list of lines, or one text of several. */
  public static final KeyType<List<String>> LINES = ONE_OR_MORE.as(KeyType::lines, list -> list);

  /** Texts by name, at least one. */
  public static final KeyType<Map<String, String>> MAP =
      new KeyType<>(
          node -> node.mapping().texts(),
          YamlBlock::map,
          "{'type': 'object', 'minProperties': 1, 'additionalProperties': " + SCALAR + "}");

  public static final KeyType<Boolean> FLAG =
      TEXT.as(KeyType::flag, String::valueOf).withSchema("{'type': 'boolean'}");

  /** A path below the prefix. */
  public static final KeyType<HeaderPath> PATH =
      TEXT.as(HeaderPath::of, HeaderPath::value).withSchema("{'$ref': '#/$defs/path'}");

  /**
   * A type of values that are made of this type's.
   *
   * @param maker what it refuses by an {@link IllegalArgumentException} is reported at its place
   */
  public <R> KeyType<R> as(Function<T, R> maker, Function<R, T> back) {
    return new KeyType<>(
        node -> node.made(() -> maker.apply(reader.apply(node))),
        (block, key, value) -> writer.write(block, key, back.apply(value)),
        schema);
  }

  /** Returns the same type with a more precise schema. */
  public KeyType<T> withSchema(String other) {
    return new KeyType<>(reader, writer, other);
  }

  /** The same type, of which a schema allows some words only. */
  public KeyType<T> among(List<String> words) {
    return withSchema("{'enum': ['" + String.join("', '", words) + "']}");
  }

  /**
   * The same type, of which a schema allows some texts only.
   *
   * @param pattern a regular expression as JSON Schema has them
   */
  public KeyType<T> matching(String pattern) {
    return withSchema("{'type': 'string', 'pattern': '" + pattern.replace("\\", "\\\\") + "'}");
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().flatMap(text -> text.isEmpty() ? Stream.of("") : text.lines()).toList();
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false, not '" + text + "'");
    };
  }
}
