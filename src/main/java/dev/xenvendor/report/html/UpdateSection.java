package dev.xenvendor.report.html;

import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.merge.UpdateRendering;

/** The summary of an update: its benefits and costs. */
public final class UpdateSection {

  private UpdateSection() {}

  public static HtmlSection of(UpdateRendering update) {
    Fields fields =
        new Fields()
            .put(
                "rows",
                update.rows(Style.PLAIN).stream(),
                row -> new Fields().put("label", row.label()).put("words", row.words()))
            .put("next", update.nextCommand());
    return new HtmlSection("update", "Update", update.headline(Style.PLAIN), "update", fields);
  }

  /** Returns what the page of an update is called. */
  public static String title(UpdateRendering update) {
    String vendor = update.report().vendor().title();
    String before = update.report().before().map(from -> " " + from + " to").orElse("");
    return vendor + before + " " + update.report().release();
  }
}
