package dev.xenvendor.yaml;

import java.util.List;
import java.util.Map;

/** Writes a mapping in YAML's block style, key by key. */
public final class YamlBlock {

  private static final String STEP = "  ";

  private final StringBuilder out;
  private final String indent;

  /** An empty mapping at the top of a file. */
  public YamlBlock() {
    this(new StringBuilder(), "");
  }

  private YamlBlock(StringBuilder out, String indent) {
    this.out = out;
    this.indent = indent;
  }

  /** Appends a key with one value. */
  public YamlBlock line(String key, String value) {
    return append(key, " " + YamlText.scalar(value));
  }

  /** Appends a key with a list of values, one on each line. */
  public YamlBlock list(String key, List<String> values) {
    append(key, "");
    values.forEach(
        value -> out.append(indent).append("  - ").append(YamlText.scalar(value)).append('\n'));
    return this;
  }

  /** Appends a key with a mapping of names, of any form, to values. */
  public YamlBlock map(String key, Map<String, String> values) {
    YamlBlock inside = mapping(key);
    values.forEach((name, value) -> inside.line(YamlText.scalar(name), value));
    return this;
  }

  /**
   * Appends a key whose value is a mapping, and returns that mapping for its keys to be written.
   */
  public YamlBlock mapping(String key) {
    append(key, "");
    return new YamlBlock(out, indent + STEP);
  }

  /**
   * Appends a key with a text of several lines, verbatim; in quotes, where YAML would change it.
   */
  public YamlBlock text(String key, String value) {
    if (!isVerbatim(value)) {
      return line(key, value);
    }
    append(key, " |");
    value
        .lines()
        .forEach(line -> out.append(line.isEmpty() ? "" : indent + STEP + line).append('\n'));
    return this;
  }

  private static boolean isVerbatim(String value) {
    return value.endsWith("\n")
        && !value.endsWith("\n\n")
        && !value.startsWith(" ")
        && value
            .chars()
            .allMatch(c -> c == '\n' || c == '\t' || (c >= ' ' && c != 0x7f && c != 0x85));
  }

  private YamlBlock append(String key, String value) {
    out.append(indent).append(key).append(':').append(value).append('\n');
    return this;
  }

  /** Returns all that was written, of the mappings around this one as well. */
  @Override
  public String toString() {
    return out.toString();
  }
}
