package dev.xenvendor.report.html;

import dev.xenvendor.report.UpdateRendering;
import dev.xenvendor.report.format.Style;
import java.util.stream.Collectors;

/** The section of an update in short: what it brings and what it costs. */
public final class UpdateSection {

  private UpdateSection() {}

  public static HtmlSection of(UpdateRendering update) {
    String text = update.text(Style.PLAIN);
    String first = text.lines().findFirst().orElse("");
    String rest = text.lines().skip(1).collect(Collectors.joining("\n"));
    return new HtmlSection("update", "Update", first, "update", new Fields().put("text", rest));
  }

  /** Returns what the page of an update is called. */
  public static String title(UpdateRendering update) {
    String vendor = update.report().vendor().title();
    String before = update.report().before().map(from -> " " + from + " to").orElse("");
    return vendor + before + " " + update.report().release();
  }
}
