package dev.xenvendor.impact.api;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.yaml.SchemaComment;
import dev.xenvendor.yaml.SchemaVersion;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import dev.xenvendor.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads and writes {@code interfaces/<version>.yaml}. */
public final class InterfaceYaml {

  private static final String CONSTANTS = "constants";
  private static final String MACROS = "macros";
  private static final String TYPES = "types";
  private static final String INCLUDES = "includes";
  private static final String UNREAD = "unread";

  /** Up to here numbers are counts and commands, beyond they are bits and addresses. */
  private static final long DECIMAL = 4096;

  private InterfaceYaml() {}

  public static ReleaseInterface read(String fileName, byte[] utf8) {
    YamlMapping top = YamlDocument.read(fileName, utf8);
    SchemaVersion.require(top);
    top.allow("schema", "version", "interface", "headers");
    SortedMap<HeaderPath, HeaderInterface> headers = new TreeMap<>();
    YamlMapping listed = top.get("headers").mapping();
    for (Map.Entry<String, YamlNode> entry : listed.entries().entrySet()) {
      HeaderPath path = listed.key(entry.getKey()).as(HeaderPath::new);
      headers.put(path, header(entry.getValue().mapping()));
    }
    return new ReleaseInterface(
        top.get("version").as(Version::new), top.find("interface").map(YamlNode::text), headers);
  }

  private static HeaderInterface header(YamlMapping header) {
    header.allow(CONSTANTS, MACROS, TYPES, INCLUDES, UNREAD);
    return new HeaderInterface(
        section(header, CONSTANTS, node -> node.as(InterfaceYaml::number)),
        section(header, MACROS, YamlNode::texts),
        section(header, TYPES, YamlNode::texts),
        includes(header),
        header.find(UNREAD).map(YamlNode::text));
  }

  private static SortedMap<HeaderPath, Integer> includes(YamlMapping header) {
    SortedMap<HeaderPath, Integer> includes = new TreeMap<>();
    Optional<YamlMapping> listed = header.find(INCLUDES).map(YamlNode::mapping);
    listed.ifPresent(
        paths ->
            paths
                .entries()
                .forEach(
                    (path, line) ->
                        includes.put(
                            paths.key(path).as(HeaderPath::new), line.as(Integer::valueOf))));
    return includes;
  }

  private static <T> SortedMap<String, T> section(
      YamlMapping header, String key, Function<YamlNode, T> value) {
    SortedMap<String, T> names = new TreeMap<>();
    header
        .find(key)
        .ifPresent(
            node -> node.mapping().entries().forEach((name, v) -> names.put(name, value.apply(v))));
    return names;
  }

  private static long number(String text) {
    return text.startsWith("0x")
        ? Long.parseUnsignedLong(text.substring(2), 16)
        : Long.parseLong(text);
  }

  private static String number(long value) {
    boolean small = -DECIMAL < value && value < DECIMAL;
    return small ? Long.toString(value) : "0x" + Long.toHexString(value);
  }

  public static byte[] write(String title, ReleaseInterface release) {
    String what = "# What " + title + " offers: names and numbers, no header text. Written by";
    return (SchemaComment.of("interface") + what + " `xenvendor releases pin`.\n" + body(release))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Everything but the comment on top. */
  private static String body(ReleaseInterface release) {
    StringBuilder out = new StringBuilder("schema: " + SchemaVersion.CURRENT + '\n');
    out.append("version: ").append(release.version()).append('\n');
    release.interfaceVersion().ifPresent(v -> out.append("interface: ").append(v).append('\n'));
    out.append("headers:\n");
    release
        .headers()
        .forEach(
            (path, header) -> {
              out.append("  ").append(YamlText.scalar(path.value()));
              out.append(header.isEmpty() ? ": {}\n" : ":\n");
              section(out, CONSTANTS, header.constants(), InterfaceYaml::number);
              section(out, MACROS, header.macros(), InterfaceYaml::list);
              section(out, TYPES, header.types(), InterfaceYaml::list);
              section(out, INCLUDES, header.includes(), Object::toString);
              header
                  .unread()
                  .map(YamlText::scalar)
                  .ifPresent(why -> out.append("    " + UNREAD + ": ").append(why).append('\n'));
            });
    return out.toString();
  }

  private static <K, T> void section(
      StringBuilder out, String key, SortedMap<K, T> names, Function<T, String> text) {
    if (!names.isEmpty()) {
      out.append("    ").append(key).append(":\n");
    }
    names.forEach(
        (name, value) ->
            out.append("      ")
                .append(YamlText.scalar(name.toString()))
                .append(": ")
                .append(text.apply(value))
                .append('\n'));
  }

  private static String list(List<String> names) {
    return '[' + String.join(", ", names) + ']';
  }
}
