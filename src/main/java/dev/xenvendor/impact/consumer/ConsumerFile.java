package dev.xenvendor.impact.consumer;

import dev.xenvendor.c.token.CDirective;
import dev.xenvendor.c.token.CKeywords;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A file of the tree that uses the headers, as a sequence of tokens. Kernel code rarely parses by
 * itself; its tokens suffice to distinguish a use of a name from a comment or a definition.
 */
public final class ConsumerFile {

  /** Words that a name may follow without being declared by that. */
  private static final Set<String> BEFORE_EXPRESSIONS =
      Set.of("return", "case", "else", "do", "goto", "sizeof", "in", "defined");

  private final HeaderPath path;
  private final CTokens tokens;

  public ConsumerFile(HeaderPath path, byte[] text) {
    this.path = path;
    this.tokens = CTokens.of(text);
  }

  public HeaderPath path() {
    return path;
  }

  public CTokens tokens() {
    return tokens;
  }

  boolean isHeader() {
    return path.value().endsWith(".h");
  }

  /**
   * Returns the token numbers of identifiers.
   *
   * @return those that were wanted and are there
   */
  public Map<String, List<Integer>> mentions(Set<String> wanted) {
    return mentions(wanted::contains);
  }

  public Map<String, List<Integer>> mentions(Predicate<String> wanted) {
    Map<String, List<Integer>> mentions = new HashMap<>();
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token) == Kind.IDENTIFIER) {
        String name = tokens.spelling(token);
        if (wanted.test(name)) {
          mentions.computeIfAbsent(name, n -> new ArrayList<>()).add(token);
        }
      }
    }
    return mentions;
  }

  public int line(int token) {
    return tokens.line(tokens.start(token));
  }

  /** Returns what is included, each at its line. */
  public Map<Integer, String> includes() {
    Map<Integer, String> includes = new HashMap<>();
    for (CDirective directive : tokens.directives()) {
      Optional<String> included = directive.included();
      included
          .filter(text -> text.length() > 2)
          .ifPresent(
              text ->
                  includes.put(
                      tokens.line(directive.range().start()),
                      text.substring(1, text.length() - 1)));
    }
    return includes;
  }

  /** Returns whether code, or the replacement of a macro, uses the name at a token. */
  public boolean isUse(int token) {
    return tokens.inDirective(token) ? isInMacroBody(token) : !isDeclared(token);
  }

  /** Conditions ask whether a name is there, and do not need it. */
  private boolean isInMacroBody(int token) {
    int hash = token;
    while (hash > 0 && tokens.inDirective(hash - 1)) {
      hash--;
    }
    int word = tokens.significant(hash + 1);
    return is(word, "define") && tokens.significant(word + 1) < token;
  }

  /** Returns whether it is a field, as in {@code page->name}. */
  public boolean isField(int token) {
    int before = before(token);
    return is(before, ".") || is(before, "->");
  }

  /** Returns whether {@code struct} or the like precedes it. */
  public boolean isTag(int token) {
    return isWord(before(token), CKeywords::isTag);
  }

  public boolean isCalled(int token) {
    return is(after(token), "(");
  }

  /** Returns whether this file defines the name at a token. */
  public boolean isOwn(int token) {
    int before = before(token);
    int after = after(token);
    if (tokens.inDirective(token)) {
      return is(before, "define");
    }
    return (isTag(token) && is(after, "{"))
        || isDeclared(token)
        || isEnumerator(token)
        || endsTypedef(token);
  }

  /** Returns whether a type or an asterisk precedes it, and the end of a declarator follows. */
  private boolean isDeclared(int token) {
    int before = before(token);
    boolean named = isName(before) && !isTag(token);
    boolean pointer = is(before, "*") && isName(before(before)) && isDeclarationEnd(after(token));
    return (named && (isDeclarationEnd(after(token)) || is(after(token), "("))) || pointer;
  }

  private boolean isName(int token) {
    return isWord(token, word -> !BEFORE_EXPRESSIONS.contains(word)) && !tokens.inDirective(token);
  }

  private boolean isDeclarationEnd(int token) {
    return is(token, ";") || is(token, "=") || is(token, ",") || is(token, "[") || is(token, ":");
  }

  private boolean isEnumerator(int token) {
    boolean listed = is(after(token), ",") || is(after(token), "=") || is(after(token), "}");
    if (!listed || !(is(before(token), "{") || is(before(token), ","))) {
      return false;
    }
    int open = backTo(token, at -> is(at, "{") || is(at, ";") || is(at, "}") || is(at, ")"));
    int word = before(open);
    return is(open, "{") && (is(word, "enum") || is(before(word), "enum"));
  }

  /**
   * Returns whether a typedef makes the name: {@code typedef struct {…} name, *pointer;}, with
   * attributes or without.
   */
  private boolean endsTypedef(int token) {
    boolean isAttribute = isWord(after(token), word -> word.startsWith("__"));
    if (!isDeclarationEnd(after(token)) && !is(after(token), ")") && !isAttribute) {
      return false;
    }
    int depth = 0;
    for (int at = before(token); at >= 0 && !tokens.inDirective(at); at = before(at)) {
      depth += is(at, "}") ? 1 : is(at, "{") ? -1 : 0;
      if (depth < 0 || (depth == 0 && is(at, ";"))) {
        return false;
      }
      if (depth == 0 && is(at, "typedef")) {
        return !is(after(token), ")") || is(before(token), "*");
      }
    }
    return false;
  }

  private int backTo(int token, IntPredicate wanted) {
    int at = before(token);
    while (at >= 0 && !wanted.test(at)) {
      at = before(at);
    }
    return at;
  }

  private int before(int token) {
    return tokens.significantBefore(token - 1);
  }

  private int after(int token) {
    return tokens.significant(token + 1);
  }

  private boolean is(int token, String text) {
    return token >= 0 && token < tokens.size() && tokens.spelling(token).equals(text);
  }

  private boolean isWord(int token, Predicate<String> wanted) {
    return token >= 0
        && token < tokens.size()
        && tokens.kind(token) == Kind.IDENTIFIER
        && wanted.test(tokens.spelling(token));
  }
}
