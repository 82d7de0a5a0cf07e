package dev.xenvendor.impact;

import dev.xenvendor.c.token.CDirective;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The functions of a consumer, and which of them test what the hypervisor supports: they query its
 * version or its features, or handle the error for an unknown call.
 */
final class GuardedRegions {

  /** A version or feature query, or an errno that a hypervisor without the call answers. */
  private static final Pattern HYPERVISOR_TEST =
      Pattern.compile(
          "ENOSYS|EOPNOTSUPP|XENVER_(version|extraversion|get_features)|XENFEAT_\\w+"
              + "|(?i:\\w*xen_?(version|major|minor|feature)\\w*)");

  private static final String CALL = "HYPERVISOR_";

  private static final String INTERFACE_VERSION = "__XEN_INTERFACE_VERSION__";

  /** From an opening to a closing token, with a name where it has one. */
  record Region(int open, int close, String name) {
    boolean contains(int token) {
      return open <= token && token <= close;
    }
  }

  private final CTokens tokens;
  private final List<Region> functions;
  private final List<Region> conditional;

  GuardedRegions(CTokens tokens) {
    this.tokens = tokens;
    this.functions = functions(tokens);
    this.conditional = conditional(tokens);
  }

  /** Returns whether the code here runs only where the hypervisor is known to support it. */
  boolean protect(int token) {
    return conditional.stream().anyMatch(region -> region.contains(token))
        || function(token).filter(this::testsHypervisor).isPresent();
  }

  /** Returns whether a name is one by which code asks what the hypervisor can do. */
  static boolean mayMind(String name) {
    return HYPERVISOR_TEST.matcher(name).matches() || name.startsWith(CALL);
  }

  /** The functions that ask for the version, or that make a call and examine its result. */
  List<Region> askingFunctions() {
    CallResults results = new CallResults(tokens);
    return functions.stream()
        .filter(function -> testsHypervisor(function) || tries(function, results))
        .toList();
  }

  private boolean tries(Region function, CallResults results) {
    for (int token = function.open; token <= function.close; token++) {
      if (tokens.kind(token) == Kind.IDENTIFIER
          && tokens.spelling(token).startsWith(CALL)
          && results.areCompared(token, function, tokens.spelling(token))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the function that contains a token. */
  Optional<Region> around(int token) {
    return function(token);
  }

  /** Returns the name of the function that contains a token. */
  Optional<String> functionAround(int token) {
    return function(token).map(Region::name);
  }

  private Optional<Region> function(int token) {
    return functions.stream().filter(region -> region.contains(token)).findFirst();
  }

  private boolean testsHypervisor(Region function) {
    for (int token = function.open; token <= function.close; token++) {
      if (tokens.kind(token) == Kind.IDENTIFIER
          && HYPERVISOR_TEST.matcher(tokens.spelling(token)).matches()) {
        return true;
      }
    }
    return false;
  }

  /** A body at file level that parentheses precede; a brace at the start of a line ends it. */
  private static List<Region> functions(CTokens tokens) {
    List<Region> functions = new ArrayList<>();
    int depth = 0;
    int open = -1;
    for (int token = tokens.significant(0); token < tokens.size(); ) {
      if (!tokens.inDirective(token)) {
        if (tokens.isPunctuator(token, '{')) {
          open = depth++ == 0 ? token : open;
        } else if (tokens.isPunctuator(token, '}')) {
          // Branches of conditionals may open a brace each and close it once.
          depth = isAtLineStart(tokens, token) ? 0 : Math.max(0, depth - 1);
          if (depth == 0 && open >= 0) {
            int end = token;
            int start = open;
            name(tokens, open).ifPresent(name -> functions.add(new Region(start, end, name)));
            open = -1;
          }
        }
      }
      token = tokens.significant(token + 1);
    }
    return functions;
  }

  private static boolean isAtLineStart(CTokens tokens, int token) {
    return token == 0 || tokens.kind(token - 1) == Kind.NEWLINE;
  }

  /** The name before the parentheses that a body follows. */
  private static Optional<String> name(CTokens tokens, int open) {
    int at = tokens.significantBefore(open - 1);
    int depth = 0;
    while (at >= 0 && !(depth == 0 && isEnd(tokens, at))) {
      depth += tokens.isPunctuator(at, ')') ? 1 : tokens.isPunctuator(at, '(') ? -1 : 0;
      at = tokens.significantBefore(at - 1);
      boolean beforeParentheses =
          depth == 0 && at >= 0 && tokens.isPunctuator(tokens.significant(at + 1), '(');
      if (beforeParentheses && tokens.kind(at) == Kind.IDENTIFIER) {
        return Optional.of(tokens.spelling(at));
      }
    }
    return Optional.empty();
  }

  private static boolean isEnd(CTokens tokens, int token) {
    return tokens.inDirective(token)
        || tokens.isPunctuator(token, '}')
        || tokens.isPunctuator(token, '=');
  }

  /** Returns what is compiled for some interface versions only. */
  private static List<Region> conditional(CTokens tokens) {
    List<Region> regions = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (CDirective directive : tokens.directives()) {
      String word = directive.word();
      int start = tokens.at(directive.range().start());
      if (word.startsWith("if")) {
        boolean minds =
            directive.operands().stream().anyMatch(o -> o.text().equals(INTERFACE_VERSION));
        open.push(minds ? start : -1);
      } else if (word.equals("endif") && !open.isEmpty()) {
        int from = open.pop();
        if (from >= 0) {
          regions.add(new Region(from, start, ""));
        }
      }
    }
    return regions;
  }
}
