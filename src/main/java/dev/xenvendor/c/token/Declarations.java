package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what declarations define from their tokens, one declaration at a time. */
final class Declarations {

  /** Stands in a declaration for the braces that it had. */
  static final String BODY = "{}";

  /** The declarations between two braces. */
  enum Body {
    /** The file's own level, and that of {@code extern "C"}. */
    FILE,
    MEMBERS,
    ENUMERATORS,
    /** A function's, an initializer's: defines nothing that others see. */
    OTHER
  }

  /** One token of a declaration. */
  record Word(Kind kind, String text, int line) {

    boolean isName() {
      return kind == Kind.IDENTIFIER;
    }

    boolean is(String other) {
      return text.equals(other);
    }
  }

  private static final Set<String> ATTRIBUTES =
      Set.of("__attribute__", "__attribute", "__declspec", "_Alignas", "__aligned");

  private Declarations() {}

  /** Returns what the brace begins that follows these tokens. */
  static Body body(List<Word> before) {
    if (before.stream().anyMatch(word -> word.is("="))) {
      return Body.OTHER;
    }
    int tag = tagAt(before);
    if (tag >= 0) {
      return before.get(tag).is("enum") ? Body.ENUMERATORS : Body.MEMBERS;
    }
    boolean linkage =
        before.size() == 2 && before.get(0).is("extern") && before.get(1).kind() == Kind.STRING;
    return linkage ? Body.FILE : Body.OTHER;
  }

  /** The word {@code struct}, {@code union} or {@code enum} whose body follows; -1 without one. */
  private static int tagAt(List<Word> before) {
    for (int at = before.size() - 1; at >= 0; at--) {
      if (CKeywords.isTag(before.get(at).text())) {
        int after = afterAttributes(before, at + 1);
        boolean named = after < before.size() && before.get(after).isName();
        int end = afterAttributes(before, named ? after + 1 : after);
        return end == before.size() ? at : -1;
      }
    }
    return -1;
  }

  private static int afterAttributes(List<Word> words, int from) {
    int at = from;
    while (at + 1 < words.size() && ATTRIBUTES.contains(words.get(at).text())) {
      at = afterParentheses(words, at + 1);
    }
    return at;
  }

  private static int afterParentheses(List<Word> words, int open) {
    int depth = 0;
    for (int at = open; at < words.size(); at++) {
      depth += depthChange(words.get(at));
      if (depth <= 0) {
        return at + 1;
      }
    }
    return words.size();
  }

  private static int depthChange(Word word) {
    return word.is("(") || word.is("[") ? 1 : word.is(")") || word.is("]") ? -1 : 0;
  }

  /** The name of the type or function whose body follows these tokens; null where it has none. */
  static @Nullable String defined(List<Word> before, Body body) {
    int tag = tagAt(before);
    if (tag >= 0 && (body == Body.MEMBERS || body == Body.ENUMERATORS)) {
      int name = afterAttributes(before, tag + 1);
      return name < before.size() ? before.get(tag).text() + " " + before.get(name).text() : null;
    }
    if (body != Body.OTHER || before.isEmpty() || !before.get(before.size() - 1).is(")")) {
      return null;
    }
    for (int at = 1; at + 1 < before.size(); at++) {
      Word word = before.get(at);
      if (word.isName() && before.get(at + 1).is("(") && !isMacro(word.text())) {
        return "function " + word.text();
      }
    }
    return null;
  }

  /**
   * Returns whether a name before parentheses is rather a macro's or an attribute's than a
   * function's.
   */
  private static boolean isMacro(String name) {
    return name.startsWith("__") || name.equals(name.toUpperCase(Locale.ROOT));
  }

  /**
   * The names that a whole declaration declares: those before a comma, a length, a width or the
   * end.
   */
  static List<Word> declared(List<Word> declaration) {
    List<Word> names = new ArrayList<>();
    int depth = 0;
    boolean value = false;
    for (int at = 0; at < declaration.size(); at++) {
      Word word = declaration.get(at);
      boolean ends =
          at + 1 == declaration.size()
              || Set.of(",", "[", ":", "=").contains(declaration.get(at + 1).text());
      boolean reserved = word.text().startsWith("__");
      if (depth == 0 && !value && at > 0 && word.isName() && ends && !reserved) {
        names.add(word);
      }
      if (depth == 0 && word.is(",")) {
        value = false;
      } else if (word.is(":") || word.is("=")) {
        value = true;
      }
      depth += depthChange(word);
    }
    return names;
  }

  /**
   * The name in {@code (*name)(…)}; the last declared name where it is no pointer to a function.
   */
  static List<Word> typedefs(List<Word> declaration) {
    for (int at = 1; at + 2 < declaration.size(); at++) {
      boolean pointer = declaration.get(at).is("(") && declaration.get(at + 1).is("*");
      if (pointer && declaration.get(at + 2).isName()) {
        return List.of(declaration.get(at + 2));
      }
    }
    return declared(declaration);
  }

  /** Returns whether it is a call of a macro that defines something, by the macro's name. */
  static boolean isDefiningCall(List<Word> declaration) {
    return declaration.size() > 3
        && declaration.get(0).isName()
        && declaration.get(0).text().contains("DEFINE")
        && declaration.get(1).is("(")
        && declaration.get(declaration.size() - 1).is(")");
  }

  static String text(List<Word> declaration) {
    StringBuilder text = new StringBuilder();
    declaration.forEach(word -> text.append(text.isEmpty() ? "" : " ").append(word.text()));
    return text.toString();
  }
}
