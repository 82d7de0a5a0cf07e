package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.CCompiler.Outcome.Finished;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a compiler opened, as it lists them among its messages.
 *
 * <p>Where a header makes it open a file outside of the tree, for example by {@code #include
 * MACRO}, its messages may quote that file, so they are replaced as a whole.
 */
final class IncludeTrace {

  /**
   * Makes GCC and Clang list every file when they open it, a dot for each level, on standard error.
   */
  static final String OPTION = "-H";

  private static final Pattern OPENED = Pattern.compile("(\\.+|!|x) (\\S.*)");
  private static final String ADVICE = "Multiple include guards may be useful for:";

  private IncludeTrace() {}

  /**
   * Returns the outcome without the list, or a failed one if a file outside was opened.
   *
   * @param inside whether a file is one of those that may be opened
   */
  static Finished checked(Finished finished, Predicate<String> inside) {
    List<String> messages = new ArrayList<>();
    List<String> including = new ArrayList<>();
    boolean advice = false;
    for (String line : finished.messages().split("\n")) {
      Matcher opened = OPENED.matcher(line);
      advice |= line.equals(ADVICE);
      if (opened.matches()) {
        String file = opened.group(2);
        if (!inside.test(file)) {
          return refused(file, including);
        }
        int level = opened.group(1).length();
        including.subList(Math.min(level - 1, including.size()), including.size()).clear();
        including.add(file);
      } else if (!advice) {
        messages.add(line);
      }
    }
    return new Finished(finished.status(), finished.output(), String.join("\n", messages));
  }

  private static Finished refused(String file, List<String> including) {
    String header = including.isEmpty() ? HeaderCompiler.UNIT : including.get(including.size() - 1);
    return new Finished(
        1, "", header + ":1: error: includes " + file + ", which is outside of the tree");
  }
}
