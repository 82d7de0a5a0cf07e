package dev.xenvendor.report.html;

import dev.xenvendor.report.format.Format;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import java.util.List;
import java.util.function.Supplier;

/**
 * A report that also has a page.
 *
 * @param rest the report in every other format
 * @param title the title of the page
 * @param sections what the page shows, from top to bottom; asked for only if the page is written
 */
public record HtmlReport(Report rest, String title, Supplier<List<HtmlSection>> sections)
    implements Report {

  /** A page of one section. */
  public static HtmlReport of(Report rest, String title, Supplier<HtmlSection> section) {
    return new HtmlReport(rest, title, () -> List.of(section.get()));
  }

  @Override
  public void show(Text text) {
    rest.show(text);
  }

  @Override
  public void write(Json json) {
    rest.write(json);
  }

  @Override
  public String in(Format format, Style style) {
    return format == Format.HTML
        ? HtmlPage.of(title, sections.get(), style.repeated())
        : rest.in(format, style);
  }
}
