package dev.xenvendor.report;

import java.util.ArrayList;
import java.util.List;

/** A report for people, put together line by line. */
final class Text {

  private final Style style;
  private final List<String> lines = new ArrayList<>();
  private final List<String> next = new ArrayList<>();

  Text(Style style) {
    this.style = style;
  }

  Style style() {
    return style;
  }

  Text line(String line) {
    lines.add(line);
    return this;
  }

  Text blank() {
    return line("");
  }

  Text warning(String message) {
    return line(style.warning("warning:") + " " + message);
  }

  Text hint(String message) {
    return line(style.faint("hint:") + " " + message);
  }

  /** A command to type next; they are all listed at the end. */
  Text next(String command) {
    next.add(command);
    return this;
  }

  @Override
  public String toString() {
    if (style.detail() == Style.Detail.QUIET) {
      return lines.isEmpty() ? "" : lines.get(0) + '\n';
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    for (int i = 0; i < next.size(); i++) {
      text.append(i == 0 ? style.faint("next:") + " " : "      ").append(next.get(i)).append('\n');
    }
    return text.toString();
  }
}
