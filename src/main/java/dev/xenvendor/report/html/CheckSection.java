package dev.xenvendor.report.html;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.report.check.CheckPhrases;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/** The section of a check's findings, by rule and file. */
public final class CheckSection {

  /** In lines. */
  private static final int LONGEST = 400;

  private CheckSection() {}

  public static HtmlSection of(CheckReport report) {
    List<Finding> findings = report.findings();
    Counts<Finding> counts = new Counts<>(findings);
    Fields fields =
        new Fields()
            .put("any", !report.isClean())
            .put("total", findings.size())
            .put("rules", counts.by(finding -> finding.rule().word()), Counts::fields)
            .put("severities", counts.by(finding -> finding.severity().word()), Counts::fields)
            .put("files", counts.by(finding -> shortPath(report, finding)), Counts::fields)
            .put("items", counts.numbered(), item -> fields(item.number(), item.value()));
    return new HtmlSection("check", "Check", CheckPhrases.headline(report) + ".", "check", fields);
  }

  /** Returns what a page that shows a check alone is called. */
  public static String title(CheckReport report) {
    return report.release().map(report.vendor()::title).orElse(report.vendor().title());
  }

  /** Returns the path as seen from the headers' folder. */
  private static String shortPath(CheckReport report, Finding finding) {
    return finding
        .path()
        .flatMap(path -> path.below(report.vendor().prefix()))
        .map(HeaderPath::value)
        .orElseGet(() -> path(finding));
  }

  private static String path(Finding finding) {
    return finding.path().map(HeaderPath::value).orElse("the whole tree");
  }

  private static Fields fields(int number, Finding finding) {
    Optional<HeaderPath> path = finding.path();
    List<String> diff = CheckPhrases.diff(finding);
    return new Fields()
        .put("number", number)
        .put("rule", finding.rule().word())
        .put("severity", finding.severity().word())
        .put("path", path(finding))
        .put("folder", path.map(PathParts::folder).orElse(""))
        .put(
            "name",
            path.map(HeaderPath::name).orElse("the whole tree")
                + finding.line().map(line -> ":" + line).orElse(""))
        .put("message", finding.message())
        .put("patch", finding.patch())
        .put("diff", Optional.of(diff).filter(lines -> !lines.isEmpty()), CheckSection::diff)
        .put("hint", finding.hint());
  }

  private static Fields diff(List<String> lines) {
    return DiffBlock.of("Found, against what is expected", lines, LONGEST).fields();
  }
}
