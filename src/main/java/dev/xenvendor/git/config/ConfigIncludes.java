package dev.xenvendor.git.config;

import java.io.File;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the conditional and relative includes of a git configuration file into plain ones.
 *
 * <p>JGit reads {@code include.path} but not {@code includeIf}, and resolves a relative path in an
 * included file against the wrong folder.
 */
final class ConfigIncludes {

  /** A section with its subsection, and the rest of the line. */
  private static final Pattern SECTION =
      Pattern.compile(
          "\\s*\\[\\s*([^\\s\"\\]]+)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"\\s*)?](.*)", flags());

  private static final Pattern PATH = Pattern.compile("\\s*path\\s*=\\s*(.*)", flags());

  private final File folder;
  private final Predicate<String> holds;

  /**
   * @param folder the folder of the file, against which relative paths are resolved
   * @param holds whether a condition such as {@code gitdir:~/src/} holds
   */
  ConfigIncludes(File folder, Predicate<String> holds) {
    this.folder = folder;
    this.holds = holds;
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  String resolve(String text) {
    StringBuilder resolved = new StringBuilder();
    boolean including = false;
    for (String line : text.split("\n", -1)) {
      int begin = firstOf(line);
      String rest = line;
      Matcher section = SECTION.matcher(line);
      if (begin < line.length() && line.charAt(begin) == '[' && section.matches()) {
        String condition = section.group(2);
        including = includes(section.group(1), condition);
        rest = section.group(3);
        int end = line.length() - rest.length();
        // JGit skips the rest of the line after a section.
        resolved.append(including ? "[include]" : line.substring(0, end)).append('\n');
      }
      resolved.append(including ? path(rest) : rest).append('\n');
    }
    return resolved.toString();
  }

  private static int firstOf(String line) {
    int begin = 0;
    while (begin < line.length() && Character.isWhitespace(line.charAt(begin))) {
      begin++;
    }
    return begin;
  }

  private boolean includes(String section, @Nullable String condition) {
    return condition == null
        ? section.equalsIgnoreCase("include")
        : section.equalsIgnoreCase("includeif")
            && holds.test(condition.replaceAll("\\\\(.)", "$1"));
  }

  /** A line of an include section; the file that it names becomes absolute. */
  private String path(String line) {
    Matcher path = PATH.matcher(line);
    if (!path.matches()) {
      return line;
    }
    String value = path.group(1).strip();
    String bare = value.replaceAll("^\"|\"$", "");
    if (bare.startsWith("~") || bare.startsWith("%(prefix)") || new File(bare).isAbsolute()) {
      return line;
    }
    String absolute = folder.getPath() + '/' + bare;
    return "path = \"" + absolute.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
