package dev.xenvendor.check.inspection;

import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;

/**
 * An undefined name that a header relies on.
 *
 * @param in the macro whose body uses it, or why nothing of the header is known; empty elsewhere
 * @param seen the consumers that lack it, in words; empty if all do
 * @param meant the name that may be meant
 */
public record UndefinedName(
    Use use,
    HeaderPath file,
    int line,
    String name,
    String in,
    String seen,
    Optional<String> meant) {

  /** The kinds of use. */
  enum Use {
    TESTED,
    CALLED,
    ATTRIBUTE,
    /** The header cannot be searched for names. */
    UNREAD
  }

  /** Its identity, which does not depend on its line. */
  public String identity() {
    return use + " " + file + ' ' + name + ' ' + in;
  }

  /** Returns what is wrong, in one sentence. */
  public String message() {
    return switch (use) {
      case TESTED -> "tests " + name + ", which is undefined: the preprocessor evaluates it to 0";
      case CALLED -> in + " calls " + name + "(), which is undefined" + seen;
      case ATTRIBUTE ->
          "} "
              + name
              + "; declares a variable of that name, because the tree does not define "
              + name;
      case UNREAD -> "was not searched for undefined names: " + in;
    };
  }

  /** Returns what to do about it. */
  public String hint() {
    if (use == Use.UNREAD) {
      return "make it smaller; docs/security.md lists the limits";
    }
    return meant
        .map(other -> "did you mean " + other + "?")
        .orElse(
            "define it (a local patch of kind define-macros), or, if the tree defines it, list it"
                + " under abi.provided in vendor.yaml");
  }
}
