package dev.xenvendor.check.inspection;

import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.check.inspection.UndefinedName.Use;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Undefined names after the brace of a struct that are meant as attributes. Without a definition of
 * {@code __packed}, {@code } __packed;} declares a variable, and the struct is not packed.
 */
public final class UndefinedAttributes {

  private UndefinedAttributes() {}

  /**
   * Returns the names after closing braces that look like attributes and that nothing defines.
   *
   * @param provided what the tree defines elsewhere
   */
  public static List<UndefinedName> undefined(
      Map<HeaderPath, CTokens> files, Set<String> provided) {
    Set<String> known = new HashSet<>(provided);
    files
        .values()
        .forEach(
            text ->
                text.directives().stream()
                    .filter(directive -> directive.word().equals("define"))
                    .flatMap(directive -> directive.operands().stream().limit(1))
                    .forEach(name -> known.add(name.text())));
    List<UndefinedName> undefined = new ArrayList<>();
    files.forEach((file, text) -> add(file, text, known, undefined));
    return undefined;
  }

  private static void add(
      HeaderPath file, CTokens text, Set<String> known, List<UndefinedName> undefined) {
    for (int brace = 0; brace < text.size(); brace++) {
      if (!text.isPunctuator(brace, '}')) {
        continue;
      }
      int name = text.significant(brace + 1);
      int end = text.significant(name + 1);
      if (end < text.size()
          && text.kind(name) == Kind.IDENTIFIER
          && text.isPunctuator(end, ';')
          && isMeantAsAttribute(text.spelling(name))
          && !known.contains(text.spelling(name))) {
        undefined.add(
            new UndefinedName(
                Use.ATTRIBUTE,
                file,
                text.line(text.start(name)),
                text.spelling(name),
                "",
                "",
                Optional.empty()));
      }
    }
  }

  /** No type or field of Xen's begins with two underscores, and attributes of systems do. */
  private static boolean isMeantAsAttribute(String name) {
    return name.startsWith("__") && !name.endsWith("_t");
  }
}
