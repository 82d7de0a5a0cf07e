package dev.xenvendor.impact.consumer;

import dev.xenvendor.impact.consumer.RequestedVersions.Asked;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makefiles and configurations of kernels: what they define for the compiler, by {@code -DNAME=1},
 * by {@code options "NAME=1"} and the like.
 */
public final class BuildFiles {

  /** The names that such files have wherever they are; those in a conf folder have any. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(GNU|BSD)?[Mm]akefile.*|Kbuild|CMakeLists\\.txt|meson\\.build|configure(\\.ac|\\.in)?"
              + "|SConstruct|SConscript|.*\\.(mk|mak|cmake|inf|dsc)|(std|files|options)\\..*");

  /** Names to look for in the folders above the code, whose files are not all read. */
  public static final List<String> ABOVE =
      List.of(
          "Makefile",
          "GNUmakefile",
          "makefile",
          "Makefile.inc",
          "Config.mk",
          "config.mk",
          "Rules.mk",
          "Kbuild",
          "CMakeLists.txt",
          "meson.build",
          "configure.ac");

  private static final Pattern CONF = Pattern.compile("(^|.*/)(conf|config|configs)/[^/]+");

  /** Bigger files are no person's. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Pattern DEFINED =
      Pattern.compile(
          "(?:-D|(?<!\\w))"
              + InterfaceVersion.MACRO
              + "\\s*=(?!=)\\s*[\"'\\\\]*(\\$[({]\\w+[)}]|[^\\s\"',;\\\\()]+)");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "^\\s*(?:(?:export|override|set)\\s+)*(\\w+)\\s*[:?+]?=\\s*[\"']?([^\\s\"']+)");

  private final Map<String, String> variables = new HashMap<>();
  private final List<Asked> versions = new ArrayList<>();

  private BuildFiles() {}

  /** Returns whether a file may hold options of the compiler. */
  public static boolean isOne(HeaderPath path) {
    boolean isCode = path.value().matches(".*\\.([chsS]|cc|cpp)");
    return !isCode
        && (NAMES.matcher(path.name()).matches() || CONF.matcher(path.value()).matches());
  }

  static BuildFiles of(HeaderTree files) {
    BuildFiles read = new BuildFiles();
    Map<HeaderPath, List<String>> lines = new HashMap<>();
    files
        .files()
        .forEach(
            (path, file) -> {
              if (file.mode().isFile() && file.size() <= MOST_BYTES) {
                lines.put(path, lines(file));
              }
            });
    lines.values().forEach(text -> text.forEach(read::learn));
    files.paths().stream()
        .filter(lines::containsKey)
        .forEach(p -> read.find(p, lines.getOrDefault(p, List.of())));
    return read;
  }

  private static List<String> lines(HeaderFile file) {
    return new String(file.bytes(), StandardCharsets.ISO_8859_1)
        .lines()
        .map(BuildFiles::withoutComment)
        .toList();
  }

  /** In all these languages a number sign begins a comment, but for one in quotes. */
  private static String withoutComment(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#') {
        return line.substring(0, i);
      }
    }
    return line;
  }

  private void learn(String line) {
    Matcher variable = VARIABLE.matcher(line);
    if (variable.find()) {
      variables.putIfAbsent(variable.group(1), variable.group(2));
    }
  }

  private void find(HeaderPath path, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher defined = DEFINED.matcher(lines.get(i));
      int line = i + 1;
      if (defined.find()) {
        VersionValue.of(defined.group(1), this::value)
            .ifPresent(version -> versions.add(new Asked(version, path, line)));
      }
    }
  }

  /** Returns the value of a variable; empty if no file sets it. */
  String value(String name) {
    return variables.getOrDefault(name, "");
  }

  List<Asked> versions() {
    return versions;
  }
}
