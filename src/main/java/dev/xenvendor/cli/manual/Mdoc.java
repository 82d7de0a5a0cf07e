package dev.xenvendor.cli.manual;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in mdoc, the language of BSD's manual pages, in the style that mandoc's lint asks for. */
final class Mdoc {

  private static final int WIDTH = 78;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

  /** A literal text between backticks, and the punctuation that follows it. */
  private static final Pattern LITERAL = Pattern.compile("(\\(?)`([^`]+)`([.,:;)]*)(?:\\s+|$)");

  private final StringBuilder text = new StringBuilder();
  private boolean needsParagraph;

  /** The head of the page, and its section NAME. */
  void head(String name, LocalDate date, String summary) {
    text.append(".Dd ").append(date.format(DATE)).append('\n');
    text.append(".Dt ").append(name.toUpperCase(Locale.ROOT)).append(" 1\n.Os\n");
    section("NAME");
    macro("Nm", name);
    line("Nd " + escaped(summary));
  }

  void section(String title) {
    text.append(".Sh ").append(title).append('\n');
    needsParagraph = false;
  }

  void macro(String macro, String argument) {
    line(macro + " " + word(argument));
  }

  /** A line of macros, without the dot that begins it. */
  void line(String macros) {
    text.append('.').append(macros).append('\n');
    needsParagraph = false;
  }

  void beginList() {
    line("Bl -tag -width Ds");
  }

  void item(String head) {
    line("It " + head);
  }

  void endList() {
    line("El");
    needsParagraph = true;
  }

  /** A command line as it is typed. */
  void display(String command) {
    text.append(".Pp\n.Dl ").append(escaped(command)).append('\n');
    needsParagraph = true;
  }

  /** Prose, each sentence of it on a line of its own; {@code `literal`} as such. */
  void sentences(String prose) {
    if (needsParagraph) {
      text.append(".Pp\n");
      needsParagraph = false;
    }
    for (String sentence : prose.strip().split("(?<=[.!?]) +(?=[A-Z0-9`-])")) {
      Matcher literal = LITERAL.matcher(sentence);
      int from = 0;
      while (literal.find()) {
        wrapped(sentence.substring(from, literal.start()));
        String open = literal.group(1).isEmpty() ? "" : literal.group(1) + " ";
        String close = literal.group(3).replaceAll("(.)", " $1");
        text.append(".Ql ").append(open).append(escaped(literal.group(2)).replace(" ", "\\ "));
        text.append(close).append('\n');
        from = literal.end();
      }
      wrapped(sentence.substring(from));
    }
  }

  private void wrapped(String prose) {
    StringBuilder line = new StringBuilder();
    for (String word : prose.strip().split("\\s+")) {
      String safe = escaped(word);
      if (!line.isEmpty() && line.length() + safe.length() + 1 > WIDTH) {
        endLine(line);
      }
      line.append(line.isEmpty() ? "" : " ").append(safe);
    }
    endLine(line);
  }

  private void endLine(StringBuilder line) {
    if (!line.isEmpty()) {
      boolean looksLikeMacro = line.charAt(0) == '.' || line.charAt(0) == '\'';
      text.append(looksLikeMacro ? "\\&" : "").append(line).append('\n');
      line.setLength(0);
    }
  }

  /** An argument of a macro, which must not read as a macro itself. */
  static String word(String argument) {
    String safe = escaped(argument);
    return safe.contains(" ") ? '"' + safe + '"' : safe;
  }

  /** Characters that troff reads as something else, and those beyond ASCII, by their names. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSign = c == '-' && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
      safe.append(isSign ? "\\-" : escaped(c));
    }
    return safe.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\e";
      case '"' -> "\\(dq";
      case '\'' -> "\\(aq";
      case '`' -> "\\(ga";
      case '^' -> "\\(ha";
      case '~' -> "\\(ti";
      default -> c < 128 ? String.valueOf(c) : String.format("\\[u%04X]", (int) c);
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
