package dev.xenvendor.impact;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.yaml.SchemaVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a recorded interface that stands as {@link InterfaceYaml} writes it, in a small part of the
 * time that it takes to read YAML in general: to tell when something came, every release is read.
 *
 * <p>What was read must give the same text when written again. Every other file is left to the
 * reader that can tell what is wrong with it.
 */
final class InterfaceLines {

  /** What is being read of a header. */
  private record Names(
      SortedMap<String, Long> constants,
      SortedMap<String, List<String>> macros,
      SortedMap<String, List<String>> types,
      SortedMap<HeaderPath, Integer> includes) {

    Names() {
      this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    HeaderInterface header() {
      return new HeaderInterface(constants, macros, types, includes);
    }
  }

  private final Iterator<String> lines;
  private String line;

  private InterfaceLines(String text) {
    this.lines = text.lines().iterator();
    this.line = lines.hasNext() ? lines.next() : "";
  }

  static Optional<ReleaseInterface> read(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    int body = text.indexOf('\n') + 1;
    if (!text.startsWith("#")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new InterfaceLines(text.substring(body)).release())
          .filter(release -> InterfaceYaml.body(release).equals(text.substring(body)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private ReleaseInterface release() {
    value("schema: " + SchemaVersion.CURRENT);
    Version version = new Version(value("version: "));
    Optional<String> interfaceVersion =
        line.startsWith("interface: ") ? Optional.of(value("interface: ")) : Optional.empty();
    value("headers:");
    SortedMap<HeaderPath, HeaderInterface> headers = new TreeMap<>();
    while (!line.isEmpty()) {
      HeaderPath path = new HeaderPath(name(value("  "), ": {}", ":"));
      headers.put(path, header());
    }
    return new ReleaseInterface(version, interfaceVersion, headers);
  }

  private HeaderInterface header() {
    Names names = new Names();
    while (line.startsWith("    ")) {
      String section = value("    ");
      while (line.startsWith("      ")) {
        entry(names, section, value("      "));
      }
    }
    return names.header();
  }

  private static void entry(Names names, String section, String entry) {
    int colon = entry.lastIndexOf(": ");
    String name = name(entry.substring(0, Math.max(0, colon)));
    String value = entry.substring(colon + 2);
    switch (section) {
      case InterfaceYaml.CONSTANTS + ":" -> names.constants.put(name, InterfaceYaml.number(value));
      case InterfaceYaml.MACROS + ":" -> names.macros.put(name, list(value));
      case InterfaceYaml.TYPES + ":" -> names.types.put(name, list(value));
      case InterfaceYaml.INCLUDES + ":" ->
          names.includes.put(new HeaderPath(name), Integer.valueOf(value));
      default -> throw new IllegalArgumentException(section);
    }
  }

  private static List<String> list(String value) {
    String names = value.substring(1, Math.max(1, value.length() - 1));
    return names.isEmpty() ? List.of() : Arrays.asList(names.split(", "));
  }

  /** A key without what stands behind it. */
  private static String name(String text, String... ends) {
    for (String end : ends) {
      if (text.endsWith(end)) {
        return name(text.substring(0, text.length() - end.length()));
      }
    }
    boolean quoted = text.startsWith("\"") && text.endsWith("\"") && text.length() > 1;
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** What follows a mark at the start of this line; goes on to the next one. */
  private String value(String mark) {
    if (!line.startsWith(mark)) {
      throw new IllegalArgumentException("no " + mark);
    }
    String value = line.substring(mark.length());
    line = lines.hasNext() ? lines.next() : "";
    return value;
  }
}
