package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Names the construct that contains a line of a header, as {@code git diff} names the function of a
 * hunk: a macro, else the innermost named struct, union, enum or function, else the innermost
 * conditional.
 */
public final class EnclosingConstruct {

  /** In characters; a condition may be long. */
  private static final int LONGEST = 50;

  private final CTokens tokens;
  private final int begin;

  private EnclosingConstruct(CTokens tokens, int begin) {
    this.tokens = tokens;
    this.begin = begin;
  }

  /**
   * Returns the construct, as in {@code struct a} or {@code macro M}.
   *
   * @param line counted from 1
   */
  public static Optional<String> at(byte[] text, int line) {
    CTokens tokens = CTokens.of(text);
    return new EnclosingConstruct(tokens, beginOf(text, line)).name();
  }

  private static int beginOf(byte[] text, int line) {
    int at = 0;
    for (int left = line - 1; left > 0 && at < text.length; at++) {
      left -= text[at] == '\n' ? 1 : 0;
    }
    return at;
  }

  private Optional<String> name() {
    List<CDirective> directives = tokens.directives();
    return macro(directives).or(this::definition).or(() -> conditional(directives));
  }

  /** A macro whose definition began above and continues here. */
  private Optional<String> macro(List<CDirective> directives) {
    return directives.stream()
        .filter(directive -> directive.word().equals("define"))
        .filter(directive -> directive.range().start() < begin && directive.range().end() > begin)
        .flatMap(directive -> directive.operands().stream().findFirst().stream())
        .findFirst()
        .map(name -> "macro " + name.text());
  }

  private Optional<String> definition() {
    Deque<Optional<String>> open = new ArrayDeque<>();
    List<Integer> head = new ArrayList<>();
    for (int token = 0; token < tokens.size() && tokens.start(token) < begin; token++) {
      if (tokens.inDirective(token) || !tokens.kind(token).isSignificant()) {
        continue;
      }
      if (tokens.isPunctuator(token, '{')) {
        open.push(named(head, token));
        head.clear();
      } else if (tokens.isPunctuator(token, '}')) {
        open.pollFirst();
        head.clear();
      } else if (tokens.isPunctuator(token, ';')) {
        head.clear();
      } else {
        head.add(token);
      }
    }
    return open.stream().flatMap(Optional::stream).findFirst();
  }

  /** The name of what a brace opens, from what stands before it or, of a typedef, behind it. */
  private Optional<String> named(List<Integer> head, int brace) {
    for (int i = head.size() - 1; i >= 0; i--) {
      String word = tokens.text(head.get(i));
      if (word.equals("struct") || word.equals("union") || word.equals("enum")) {
        boolean isTagged = i + 1 < head.size() && isName(head.get(i + 1));
        return isTagged
            ? Optional.of(word + " " + tokens.text(head.get(i + 1)))
            : nameBehind(brace).map(name -> word + " " + name);
      }
    }
    for (int i = 1; i < head.size(); i++) {
      if (tokens.isPunctuator(head.get(i), '(') && isName(head.get(i - 1))) {
        return Optional.of(tokens.text(head.get(i - 1)) + "()");
      }
    }
    return Optional.empty();
  }

  private Optional<String> nameBehind(int brace) {
    return tokens.closing(brace).stream()
        .map(close -> tokens.significant(close + 1))
        .filter(next -> next < tokens.size() && isName(next))
        .mapToObj(tokens::text)
        .findFirst();
  }

  private boolean isName(int token) {
    return tokens.kind(token) == Kind.IDENTIFIER;
  }

  /** The innermost conditional that is open here; the include guard is around everything. */
  private Optional<String> conditional(List<CDirective> directives) {
    boolean isGuarded = IncludeGuard.of(directives).isPresent();
    Deque<String> open = new ArrayDeque<>();
    for (CDirective directive : directives) {
      if (directive.range().start() >= begin) {
        break;
      }
      String word = directive.word();
      if (word.startsWith("if")) {
        open.push(tokens.text(directive.range()));
      } else if (word.startsWith("el") && !open.isEmpty()) {
        String opening = open.pop();
        open.push(word.equals("else") ? "#else of " + opening : tokens.text(directive.range()));
      } else if (word.equals("endif")) {
        open.pollFirst();
      }
    }
    return open.size() <= (isGuarded ? 1 : 0)
        ? Optional.empty()
        : Optional.of(shortened(open.element()));
  }

  private static String shortened(String condition) {
    String line = condition.replaceAll("\\\\?\\R", " ").replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
