package dev.xenvendor.cli.console;

import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Syntax;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.format.Format;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.RepeatedOptions;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The option {@code --report}: files that a command writes beside standard output. */
public final class ReportFiles {

  private static final Set<Format> USUAL = EnumSet.of(Format.HTML, Format.TEXT, Format.JSON);

  private final Argument<List<ReportFile>> files;
  private final Set<Format> formats;

  private ReportFiles(Syntax syntax, Set<Format> formats) {
    this.formats = formats;
    this.files =
        syntax.options(
            "--report",
            "FORMAT=FILE",
            ReportFile.class,
            "Also write the result to a file, as "
                + Phrases.list(names(formats)).replace(" and ", " or ")
                + "; may be repeated.");
  }

  /** The formats that most commands have: a page, text and JSON. */
  public static ReportFiles usual(Syntax syntax) {
    return new ReportFiles(syntax, USUAL);
  }

  public static ReportFiles all(Syntax syntax) {
    return new ReportFiles(syntax, EnumSet.allOf(Format.class));
  }

  private static List<String> names(Set<Format> formats) {
    return Arrays.stream(Format.values()).filter(formats::contains).map(Format::toString).toList();
  }

  /**
   * Refuses what could not be written, for a command that must not have begun by then.
   *
   * @param folder the folder from which the files are seen
   */
  public void requireWritable(Path folder) {
    for (ReportFile report : given()) {
      if (!formats.contains(report.format())) {
        throw Problem.usage("--report does not support " + report.format() + " for this command")
            .hint("it supports " + Phrases.list(names(formats)));
      }
      report.requireWritable(folder);
    }
  }

  /**
   * Writes the report to every file.
   *
   * @param repeated what the commands in it repeat
   */
  public void write(Path folder, Report report, RepeatedOptions repeated) {
    Style style = new Style(false, Style.Detail.NORMAL, repeated);
    given().forEach(file -> file.write(folder, report, style));
  }

  public boolean areGiven() {
    return !given().isEmpty();
  }

  private List<ReportFile> given() {
    return files.given().orElse(List.of());
  }
}
