package dev.xenvendor.c.compiler;

import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.c.parse.ParserFiles;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.IncludePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error that the compiler reports.
 *
 * @param unitLine the line of the unit whose include led there, or that is wrong itself; 0 where
 *     none did
 * @param file as the compiler names it
 */
record CompilerMessage(int unitLine, String file, int line, String text) {

  private static final Pattern INCLUDED =
      Pattern.compile("^(?:In file included from|\\s+from) (.+?):(\\d+)(?::\\d+)?[:,]$");
  private static final Pattern ERROR =
      Pattern.compile("^(.+?):(\\d+):(?:\\d+:)? (?:fatal )?error: (.*)$");
  private static final Pattern NOTE = Pattern.compile("^(.+?):(\\d+):(?:\\d+:)? \\w+: (.*)$");

  /** A file below an include root, which has a folder of its own for the compiler. */
  private static final Pattern IN_ROOT =
      Pattern.compile("\\.\\./" + ParserFiles.ROOT + "(\\d+)/([^\\s:'\"]+)");

  /** The errors among what the compiler wrote. */
  static List<CompilerMessage> errors(String messages) {
    List<CompilerMessage> errors = new ArrayList<>();
    // The include chain of a file is printed when it differs from that of the previous message.
    int unitLine = 0;
    boolean inChain = false;
    for (String message : messages.split("\n")) {
      Matcher included = INCLUDED.matcher(message);
      if (included.matches()) {
        unitLine = inChain ? unitLine : 0;
        inChain = true;
        unitLine = inUnit(included.group(1)) ? number(included.group(2)) : unitLine;
        continue;
      }
      inChain = false;
      Matcher error = ERROR.matcher(message);
      Matcher note = NOTE.matcher(message);
      Matcher place = error.matches() ? error : note;
      if (!place.matches()) {
        continue;
      }
      String file = place.group(1);
      int line = number(place.group(2));
      unitLine = inUnit(file) ? line : unitLine;
      if (place == error) {
        errors.add(new CompilerMessage(unitLine, file, line, error.group(3)));
      } else if (note.group(3).startsWith("in expansion of macro") && !errors.isEmpty()) {
        // It is wrong where the macro is used, not where it is defined.
        String text = errors.remove(errors.size() - 1).text();
        errors.add(new CompilerMessage(unitLine, file, line, text));
      }
    }
    return errors;
  }

  private static boolean inUnit(String file) {
    return file.equals(HeaderCompiler.UNIT);
  }

  private static int number(String digits) {
    return digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }

  /** With its place, for messages. */
  String shown() {
    return file + ':' + line + ": " + text;
  }

  /**
   * Returns what a compiler said, with its names for the headers of a tree made those of the tree.
   */
  static String inTree(String said, List<IncludeRoot> roots) {
    return IN_ROOT
        .matcher(said)
        .replaceAll(
            name ->
                Matcher.quoteReplacement(
                    roots
                        .get(number(name.group(1)))
                        .find(name.group(2))
                        .map(HeaderPath::value)
                        .orElse(name.group(2))));
  }

  /** The header of the tree that it is about. */
  Optional<HeaderPath> header(List<IncludeRoot> roots) {
    for (int i = 0; i < roots.size(); i++) {
      String folder = "../" + ParserFiles.ROOT + i + '/';
      if (file.startsWith(folder)) {
        return roots.get(i).find(file.substring(folder.length()));
      }
    }
    return file.equals(HeaderCompiler.UNIT) ? Optional.empty() : IncludePath.normal(file);
  }
}
