package dev.xenvendor.c.compiler;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bytes of the data directives in a compiler's assembly output, in order.
 *
 * <p>The assembler itself is never run: by {@code .incbin} and {@code .include}, inline assembly in
 * a header could have it read any file of the machine. Inline assembly is skipped.
 */
final class AssemblyData {

  /** Longer data is cut off; the answers to all questions about a tree are far shorter. */
  private static final int LIMIT = 16 << 20;

  private static final Map<String, Integer> WIDTHS =
      Map.ofEntries(
          Map.entry(".byte", 1),
          Map.entry(".value", 2),
          Map.entry(".short", 2),
          Map.entry(".2byte", 2),
          Map.entry(".word", 2),
          Map.entry(".long", 4),
          Map.entry(".int", 4),
          Map.entry(".4byte", 4),
          Map.entry(".quad", 8),
          Map.entry(".8byte", 8));

  private static final Pattern DIRECTIVE = Pattern.compile("\\s*(\\.\\w+)\\s+(.*)");
  private static final Pattern INTEGER = Pattern.compile("([+-]?)(0[xX][0-9a-fA-F]+|\\d+)");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Whether the current lines are inline assembly of a header. */
  private boolean inline;

  private AssemblyData() {}

  /** Returns the data of an assembly text whose characters are bytes. */
  static byte[] of(String assembly) {
    AssemblyData data = new AssemblyData();
    assembly.lines().forEach(data::readLine);
    return data.bytes.toByteArray();
  }

  private void readLine(String line) {
    // GCC and Clang mark where inline assembly begins and ends by these comments.
    if (line.contains("#APP") || line.contains("Start of file scope inline assembly")) {
      inline = true;
    } else if (line.contains("#NO_APP") || line.contains("End of file scope inline assembly")) {
      inline = false;
    }
    Matcher directive = DIRECTIVE.matcher(line);
    if (!inline && directive.lookingAt() && bytes.size() < LIMIT) {
      read(directive.group(1), directive.group(2));
    }
  }

  private void read(String name, String operands) {
    switch (name) {
      case ".ascii" -> string(operands);
      case ".string", ".asciz" -> {
        string(operands);
        bytes.write(0);
      }
      case ".zero", ".space", ".skip" -> zeros(number(operands.split("[,#]", 2)[0]));
      default -> {
        Integer width = WIDTHS.get(name);
        if (width != null) {
          for (String operand : operands.split("#", 2)[0].split(",")) {
            little(number(operand), width);
          }
        }
      }
    }
  }

  private void zeros(long count) {
    bytes.writeBytes(new byte[(int) Math.max(0, Math.min(count, LIMIT - bytes.size()))]);
  }

  private void little(long value, int width) {
    for (int i = 0; i < width; i++) {
      bytes.write((int) (value >> (8 * i)));
    }
  }

  /** Returns the value of an operand; 0 for an address, which no answer is. */
  private static long number(String operand) {
    Matcher integer = INTEGER.matcher(operand.strip());
    if (!integer.matches()) {
      return 0;
    }
    String digits = integer.group(2);
    try {
      long value =
          digits.startsWith("0x") || digits.startsWith("0X")
              ? Long.parseUnsignedLong(digits.substring(2), 16)
              : Long.parseUnsignedLong(digits);
      return integer.group(1).equals("-") ? -value : value;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Writes the bytes of a string literal, whose other characters are as in C. */
  private void string(String operand) {
    int at = operand.indexOf('"') + 1;
    while (at < operand.length() && operand.charAt(at) != '"') {
      char c = operand.charAt(at++);
      if (c != '\\' || at == operand.length()) {
        bytes.write(c);
        continue;
      }
      int end = at;
      while (end < operand.length() && end < at + 3 && isOctal(operand.charAt(end))) {
        end++;
      }
      if (end > at) {
        bytes.write(Integer.parseInt(operand.substring(at, end), 8));
        at = end;
      } else {
        bytes.write(escaped(operand.charAt(at++)));
      }
    }
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }
}
