package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import java.util.Set;
import java.util.TreeSet;

/** The names that a text uses as attribute macros, as in {@code } PACKED;}. */
public final class Attributes {

  private final CTokens text;

  public Attributes(CTokens text) {
    this.text = text;
  }

  /** Those among some names, each as a macro is defined: with parameters where it has any. */
  public Set<String> of(Set<String> names) {
    Set<String> attributes = new TreeSet<>();
    for (int token = 0; token < text.size(); token++) {
      if (text.kind(token) == Kind.IDENTIFIER
          && !text.inDirective(token)
          && names.contains(text.spelling(token))
          && isAttribute(token, names)) {
        attributes.add(text.spelling(token) + (isCall(token) ? "(...)" : ""));
      }
    }
    return attributes;
  }

  /** After a brace or a tag, after another attribute, or as the last word of a declaration. */
  private boolean isAttribute(int token, Set<String> names) {
    int before = text.significantBefore(token - 1);
    if (before < 0) {
      return false;
    }
    if (text.isPunctuator(before, '}') || text.isPunctuator(before, ')')) {
      return true;
    }
    if (text.kind(before) != Kind.IDENTIFIER) {
      return false;
    }
    int after = text.significant(token + 1);
    boolean isLast = after < text.size() && text.isPunctuator(after, ';');
    return isLast
        || CKeywords.isTag(text.spelling(before))
        || names.contains(text.spelling(before));
  }

  private boolean isCall(int token) {
    int after = text.significant(token + 1);
    return after < text.size() && text.isPunctuator(after, '(');
  }
}
