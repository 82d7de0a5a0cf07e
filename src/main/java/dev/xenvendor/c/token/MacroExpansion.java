package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bounds how many tokens macros expand to, without expanding any: forty short definitions, each
 * naming the one before it twice, expand to a trillion tokens.
 *
 * <p>What a macro expands to is a linear function of the sizes of its arguments, and so is what it
 * expands to where other macros use it. Where a name is defined more than once, the largest counts.
 */
public final class MacroExpansion {

  /** Chains of macros that are longer than this count as endless; the parsers call themselves. */
  private static final int MOST_OPEN = 500;

  /** {@code fixed} tokens, and for each parameter as many copies of its argument. */
  private record Size(double fixed, double[] copies) {

    static final Size NOTHING = new Size(0, new double[0]);
    static final Size ENDLESS = new Size(Double.POSITIVE_INFINITY, new double[0]);

    Size max(Size other) {
      double[] most = new double[Math.max(copies.length, other.copies.length)];
      for (int i = 0; i < most.length; i++) {
        most[i] = Math.max(copy(i), other.copy(i));
      }
      return new Size(Math.max(fixed, other.fixed), most);
    }

    /** The last parameter may be variadic, so that it takes all arguments that are left. */
    double copy(int parameter) {
      return copies.length == 0 ? 0 : copies[Math.min(parameter, copies.length - 1)];
    }

    double total() {
      double total = fixed;
      for (double copy : copies) {
        total += copy;
      }
      return total;
    }
  }

  /** One definition: its body is the tokens from {@code start} up to {@code end}. */
  private record Definition(CTokens tokens, List<String> parameters, int start, int end) {}

  private final Map<String, List<Definition>> definitions = new LinkedHashMap<>();
  private final Map<String, Size> sizes = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  public MacroExpansion(Collection<CTokens> texts) {
    texts.forEach(this::define);
  }

  private void define(CTokens tokens) {
    for (CDirective directive : tokens.directives()) {
      if (directive.word().equals("define")) {
        define(tokens, directive.range());
      }
    }
  }

  private void define(CTokens tokens, ByteRange directive) {
    int end = tokens.at(directive.end() - 1) + 1;
    int word = tokens.significant(tokens.at(directive.start()) + 1);
    int name = tokens.significant(word + 1);
    if (name >= end) {
      return;
    }
    List<String> parameters = new ArrayList<>();
    int body = name + 1;
    if (body < end && tokens.isPunctuator(body, '(')) {
      int close = tokens.closing(body).orElse(end);
      for (int token = body + 1; token < Math.min(close, end); token++) {
        if (tokens.kind(token) == Kind.IDENTIFIER) {
          parameters.add(tokens.spelling(token));
        } else if (tokens.text(token).equals("...")) {
          parameters.add("__VA_ARGS__");
        }
      }
      body = Math.min(close + 1, end);
    }
    definitions
        .computeIfAbsent(tokens.spelling(name), n -> new ArrayList<>())
        .add(new Definition(tokens, parameters, body, end));
  }

  /** Returns the most tokens that a use of a macro, or a run of calls in a text, expands to. */
  double most(CTokens text) {
    double most = 0;
    for (int token = text.significant(0); token < text.size(); ) {
      int next = text.significant(token + 1);
      if (text.kind(token) == Kind.IDENTIFIER && definitions.containsKey(text.spelling(token))) {
        int end = endOfCall(text, next, text.size());
        most = Math.max(most, size(text, token, end, List.of()).total());
        next = text.significant(end);
      }
      token = next;
    }
    return most;
  }

  /** The token after the arguments that follow a name, or after the name if none do. */
  private static int endOfCall(CTokens tokens, int next, int end) {
    return next < end && tokens.isPunctuator(next, '(')
        ? Math.min(tokens.closing(next).orElse(end - 1) + 1, end)
        : next;
  }

  private Size size(String name) {
    Size known = sizes.get(name);
    if (known != null) {
      return known;
    }
    List<Definition> all = definitions.get(name);
    if (all == null || !open.add(name)) {
      return new Size(1, new double[0]); // no macro, or one that names itself: left as it is
    }
    Size size = open.size() > MOST_OPEN ? Size.ENDLESS : largest(all);
    open.remove(name);
    sizes.put(name, size);
    return size;
  }

  private Size largest(List<Definition> definitions) {
    return definitions.stream().map(this::size).reduce(Size.NOTHING, Size::max);
  }

  private Size size(Definition definition) {
    Size body = size(definition.tokens, definition.start, definition.end, definition.parameters);
    int last = definition.tokens.significantBefore(definition.end - 1);
    if (!definition.parameters.isEmpty() || last < definition.start) {
      return body;
    }
    // Arguments after a macro that ends in the name of another one are that one's.
    return new Size(body.fixed, size(definition.tokens.spelling(last)).copies);
  }

  private Size size(CTokens tokens, int start, int end, List<String> parameters) {
    double fixed = 0;
    double[] copies = new double[parameters.size()];
    for (int token = tokens.significant(start); token < end; ) {
      int next = tokens.significant(token + 1);
      String text = tokens.kind(token) == Kind.IDENTIFIER ? tokens.spelling(token) : "";
      int parameter = parameters.indexOf(text);
      if (parameter >= 0) {
        copies[parameter]++;
      } else if (text.isEmpty() || !definitions.containsKey(text)) {
        fixed++;
      } else {
        int after = endOfCall(tokens, next, end);
        Size macro = size(text);
        fixed += macro.fixed;
        int argument = 0;
        for (ByteRange range : arguments(tokens, next, after)) {
          Size given = size(tokens, range.start(), range.end(), parameters);
          double times = Math.max(1, macro.copy(argument++));
          fixed += times * given.fixed;
          for (int i = 0; i < copies.length; i++) {
            copies[i] += times * given.copies[i];
          }
        }
        next = tokens.significant(after);
      }
      token = next;
    }
    return new Size(fixed, copies);
  }

  /** The arguments of a call, as ranges of tokens. */
  private static List<ByteRange> arguments(CTokens tokens, int open, int end) {
    List<ByteRange> arguments = new ArrayList<>();
    int depth = 0;
    int start = open + 1;
    for (int token = open; token < end; token = tokens.significant(token + 1)) {
      if (tokens.kind(token) != Kind.PUNCTUATOR) {
        continue;
      }
      String text = tokens.text(token);
      depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
      if (depth == 0 || (depth == 1 && text.equals(","))) {
        arguments.add(new ByteRange(start, token));
        start = token + 1;
      }
    }
    return arguments;
  }
}
