package dev.xenvendor.acceptance.docs;

import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of indented lines in a document.
 *
 * @param line the number of its first line
 * @param section the heading above it
 * @param reason why it is not run, from the comment {@code <!-- not run: reason -->} above it
 * @param lines its lines, without the indentation
 */
record DocumentBlock(
    String file, int line, String section, Optional<String> reason, List<String> lines) {

  private static final String INDENT = "    ";
  private static final String PROMPT = "$ ";
  private static final Pattern COMMENT = Pattern.compile(" {2,}# .*");
  private static final Pattern REASON = Pattern.compile("<!-- not run: (.+) -->");

  /** A command, and the lines that the document shows below it. */
  record Step(String command, List<String> shown) {}

  /** Returns the blocks of a document, in its order. */
  static List<DocumentBlock> of(String file) {
    List<String> lines = read(file);
    List<DocumentBlock> blocks = new ArrayList<>();
    String section = "";
    Optional<String> reason = Optional.empty();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (line.startsWith(INDENT)) {
        int end = end(lines, at);
        List<String> text = lines.subList(at, end).stream().map(DocumentBlock::text).toList();
        blocks.add(new DocumentBlock(file, at + 1, section, reason, text));
        at = end;
        continue;
      }
      if (!line.isEmpty()) {
        var mark = REASON.matcher(line);
        reason = mark.matches() ? Optional.of(mark.group(1)) : Optional.empty();
        section = line.startsWith("#") ? line.replaceFirst("^#+ ", "") : section;
      }
      at++;
    }
    return blocks;
  }

  private static List<String> read(String file) {
    try {
      return Files.readAllLines(Project.FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the index after the block that begins at an index. */
  private static int end(List<String> lines, int begin) {
    int end = begin;
    for (int i = begin; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(INDENT)) {
        end = i + 1;
      } else if (!line.isEmpty()) {
        break;
      }
    }
    return end;
  }

  private static String text(String line) {
    return line.isEmpty() ? "" : line.substring(INDENT.length());
  }

  /** Returns the commands in the block: the lines after a prompt. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(PROMPT)) {
        String command = COMMENT.matcher(line.substring(PROMPT.length())).replaceAll("");
        steps.add(new Step(command, new ArrayList<>()));
      } else if (!steps.isEmpty()) {
        steps.get(steps.size() - 1).shown().add(line);
      }
    }
    return steps;
  }

  String place() {
    return file + ":" + line + " " + section;
  }
}
