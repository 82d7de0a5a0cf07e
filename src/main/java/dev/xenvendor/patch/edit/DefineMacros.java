package dev.xenvendor.patch.edit;

import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.FileChange;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.FileInTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Macros that upstream expects the users of its headers to define. Each is undefined first, since
 * upstream may define a fallback of its own.
 *
 * @param macros bodies by name; the name of a macro with parameters includes them
 */
public record DefineMacros(FileSelection files, Anchor anchor, Map<String, String> macros)
    implements FileChange {

  private static final String GUARD = "include-guard";

  private static final Key<Anchor> AFTER =
      new Key<>(
          "after",
          KeyType.TEXT.as(DefineMacros::anchor, DefineMacros::after),
          "include-guard, or a line: then after the conditional it is in.");

  private static final Key<Map<String, String>> MACROS =
      new Key<>(
          "macros",
          KeyType.MAP,
          "Bodies by name; the name of a macro with parameters includes them.");

  public static final ChangeKind<DefineMacros> KIND =
      new ChangeKind<>(
          "define-macros",
          DefineMacros.class,
          """
          defines macros, each after an `#undef`; `after` is `include-guard`, or a line, which \
          means after the conditional that contains that line""",
          new MappingType.Builder<DefineMacros>()
              .with(FileSelection.KEYS, DefineMacros::files)
              .with(AFTER, DefineMacros::anchor)
              .with(MACROS, DefineMacros::macros)
              .madeBy(
                  in ->
                      new DefineMacros(in.get(FileSelection.KEYS), in.get(AFTER), in.get(MACROS))));

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

  private static Anchor anchor(String after) {
    return after.equals(GUARD)
        ? Anchor.AFTER_INCLUDE_GUARD
        : new Anchor(Anchor.Where.AFTER_BLOCK_OF_LINE, after);
  }

  private static String after(Anchor anchor) {
    return anchor.equals(Anchor.AFTER_INCLUDE_GUARD) ? GUARD : anchor.text();
  }

  private static void requireDefinition(String name, String body) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is not the name of a macro");
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
  public ChangeKind<DefineMacros> kind() {
    return KIND;
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
