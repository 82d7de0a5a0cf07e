package dev.xenvendor.report.format;

import java.util.ArrayList;
import java.util.List;

/** A report for people, put together line by line. */
public final class Text {

  private final Style style;
  private final List<String> lines = new ArrayList<>();
  private final List<String> next = new ArrayList<>();

  public Text(Style style) {
    this.style = style;
  }

  public Style style() {
    return style;
  }

  public Text line(String line) {
    lines.add(line);
    return this;
  }

  public Text blank() {
    return line("");
  }

  public Text warning(String message) {
    return line(style.warning("warning:") + " " + message);
  }

  public Text hint(String message) {
    return line(style.faint("hint:") + " " + style.commands(message));
  }

  /** A command to type next; they are all listed at the end. */
  public Text next(String command) {
    next.add(style.commands(command));
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
