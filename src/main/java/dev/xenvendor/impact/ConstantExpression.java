package dev.xenvendor.impact;

import dev.xenvendor.c.token.CToken;
import dev.xenvendor.c.token.CToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A constant expression of C, worked out in 64 bits as headers write them: numbers, names, casts to
 * whole numbers, and the operators that such numbers have.
 */
final class ConstantExpression {

  /** What a name stands for, with its arguments where it is used with some. */
  interface Names {
    Optional<Long> value(String name, Optional<List<String>> arguments);
  }

  /** It is no whole number, or none that can be known. */
  static final class NotConstant extends Exception {
    NotConstant() {
      super("not a constant", null, false, false);
    }
  }

  /** How tightly an operator binds its operands. */
  private static final Map<String, Integer> BINDING =
      Map.ofEntries(
          Map.entry("*", 10),
          Map.entry("/", 10),
          Map.entry("%", 10),
          Map.entry("+", 9),
          Map.entry("-", 9),
          Map.entry("<<", 8),
          Map.entry(">>", 8),
          Map.entry("&", 5),
          Map.entry("^", 4),
          Map.entry("|", 3));

  private final List<CToken> tokens;
  private final Names names;
  private int at;

  ConstantExpression(List<CToken> tokens, Names names) {
    this.tokens = tokens;
    this.names = names;
  }

  long value() throws NotConstant {
    long value = binary(0);
    if (at != tokens.size()) {
      throw new NotConstant();
    }
    return value;
  }

  private long binary(int tighterThan) throws NotConstant {
    long left = unary();
    while (true) {
      String operator = peek();
      int binding = BINDING.getOrDefault(operator, 0);
      if (binding <= tighterThan) {
        return left;
      }
      at++;
      left = combined(left, operator, binary(binding));
    }
  }

  private static long combined(long left, String operator, long right) throws NotConstant {
    if (right == 0 && (operator.equals("/") || operator.equals("%"))) {
      throw new NotConstant();
    }
    return switch (operator) {
      case "*" -> left * right;
      case "/" -> left / right;
      case "%" -> left % right;
      case "+" -> left + right;
      case "-" -> left - right;
      case "<<" -> left << right;
      case ">>" -> left >>> right;
      case "&" -> left & right;
      case "^" -> left ^ right;
      default -> left | right;
    };
  }

  private long unary() throws NotConstant {
    CToken token = next();
    return switch (token.text()) {
      case "-" -> -unary();
      case "+" -> unary();
      case "~" -> ~unary();
      case "(" -> isCast() ? unary() : inParentheses();
      default -> primary(token);
    };
  }

  private long inParentheses() throws NotConstant {
    long value = binary(0);
    require(")");
    return value;
  }

  /** Whether a type and a closing parenthesis follow; they are skipped. */
  private boolean isCast() throws NotConstant {
    int start = at;
    while (at < tokens.size() && isTypeWord(peek())) {
      at++;
    }
    if (at > start && peek().equals(")")) {
      require(")");
      return true;
    }
    at = start;
    return false;
  }

  private static boolean isTypeWord(String word) {
    return CKeywords.isTypeWord(word) || word.matches("\\w+_t");
  }

  private long primary(CToken token) throws NotConstant {
    if (token.kind() == Kind.NUMBER) {
      return number(token.text());
    }
    if (token.kind() != Kind.IDENTIFIER) {
      throw new NotConstant();
    }
    Optional<List<String>> arguments =
        peek().equals("(") ? Optional.of(arguments()) : Optional.empty();
    return names.value(token.text(), arguments).orElseThrow(NotConstant::new);
  }

  private List<String> arguments() throws NotConstant {
    require("(");
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    int depth = 0;
    while (depth > 0 || !peek().equals(")")) {
      String text = next().text();
      depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
      if (depth == 0 && text.equals(",")) {
        arguments.add(argument.toString());
        argument.setLength(0);
      } else {
        argument.append(argument.length() == 0 ? "" : " ").append(text);
      }
    }
    require(")");
    arguments.add(argument.toString());
    return arguments;
  }

  private static long number(String text) throws NotConstant {
    String digits = text.replaceFirst("[uUlL]+$", "");
    try {
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        return Long.parseUnsignedLong(digits.substring(2), 16);
      }
      return Long.parseUnsignedLong(digits, digits.startsWith("0") ? 8 : 10);
    } catch (NumberFormatException e) {
      throw new NotConstant();
    }
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at).text() : "";
  }

  private CToken next() throws NotConstant {
    if (at == tokens.size()) {
      throw new NotConstant();
    }
    return tokens.get(at++);
  }

  private void require(String text) throws NotConstant {
    if (!next().text().equals(text)) {
      throw new NotConstant();
    }
  }
}
