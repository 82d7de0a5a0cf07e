package dev.xenvendor.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Macros that upstream expects whoever uses its headers to have. Each is undefined first, since
 * upstream may define a fallback of its own.
 *
 * @param macros bodies by name; the name of a macro with parameters includes them
 */
public record DefineMacros(PatchFiles files, Anchor anchor, Map<String, String> macros)
    implements FileChange {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\([\\w ,.]*\\))?");

  /** A line that goes on in the next one. */
  private static final Pattern CONTINUED = Pattern.compile(".*\\\\[ \\t]*");

  public DefineMacros {
    if (macros.isEmpty()) {
      throw new IllegalArgumentException("macros must name at least one");
    }
    macros.forEach(DefineMacros::requireDefinition);
    new InsertLines(files, anchor, lines(macros));
  }

  private static void requireDefinition(String name, String body) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a macro");
    }
    List<String> lines = body.strip().lines().toList();
    if (!lines.stream()
        .limit(Math.max(0, lines.size() - 1))
        .allMatch(CONTINUED.asMatchPredicate())) {
      throw new IllegalArgumentException(
          "each line of the body of " + name + " but the last must end in a backslash");
    }
  }

  @Override
  public String kind() {
    return "define-macros";
  }

  @Override
  public String summary() {
    return "defines " + String.join(", ", macros.keySet());
  }

  @Override
  public FileEdit edit(FileInTree file) {
    return new InsertLines(files, anchor, lines(macros)).edit(file);
  }

  private static List<String> lines(Map<String, String> macros) {
    List<String> lines = new ArrayList<>();
    macros.forEach(
        (name, body) -> {
          lines.add("#undef " + name.split("\\(", 2)[0]);
          ("#define " + name + " " + body).strip().lines().forEach(lines::add);
        });
    return lines;
  }
}
