package dev.xenvendor.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Macros that upstream expects whoever uses its headers to have. Each is undefined first, since
 * upstream may define a fallback of its own.
 *
 * @param macros bodies by name; the name of a macro with parameters includes them
 */
public record DefineMacros(PatchFiles files, Anchor anchor, Map<String, String> macros)
    implements FileChange {

  public DefineMacros {
    if (macros.isEmpty()) {
      throw new IllegalArgumentException("macros must name at least one");
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
    return new InsertLines(files, anchor, lines()).edit(file);
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    macros.forEach(
        (name, body) -> {
          lines.add("#undef " + name.split("\\(", 2)[0]);
          ("#define " + name + " " + body).strip().lines().forEach(lines::add);
        });
    return lines;
  }
}
