package dev.xenvendor.report.check;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.profile.Severity;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.format.Format;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import java.util.List;

/** Shows the findings of a check. */
public record CheckRendering(CheckReport report) implements Report {

  private static final String INDENT = " ".repeat(9);

  @Override
  public String in(Format format, Style style) {
    return switch (format) {
      case TEXT -> text(style);
      case JSON -> json();
      case SARIF -> Sarif.of(report);
      case JUNIT -> JunitXml.of(report);
      case GITHUB -> GithubAnnotations.of(report);
      case GITLAB -> GitlabCodeQuality.of(report);
      case MARKDOWN -> MarkdownSummary.of(report);
      case HTML -> Report.super.in(format, style);
    };
  }

  @Override
  public void show(Text text) {
    Style style = text.style();
    text.line(headline(style));
    List<Finding> findings = report.findings();
    for (int i = 0; i < findings.size(); i++) {
      text.blank();
      add(text, findings.get(i));
      // The hint for a file is printed once, after all its findings.
      if (i + 1 == findings.size() || !sameHint(findings.get(i), findings.get(i + 1))) {
        text.line(INDENT + style.faint("hint:") + " " + findings.get(i).hint());
      }
    }
  }

  private String headline(Style style) {
    String headline = CheckPhrases.headline(report);
    return report.isClean()
        ? style.good(headline)
        : report.errors() > 0 ? style.bad(headline) : style.warning(headline);
  }

  private static void add(Text text, Finding finding) {
    Style style = text.style();
    String word = String.format("%-9s", finding.severity().word());
    String severity = finding.severity() == Severity.ERROR ? style.bad(word) : style.warning(word);
    String rule = String.format("%-21s", finding.rule().word());
    List<String> message = finding.message().lines().map(Phrases::printable).toList();
    String place = CheckPhrases.place(finding);
    text.line(severity + rule + (place.isEmpty() ? message.get(0) : style.bold(place)));
    message.stream().skip(place.isEmpty() ? 1 : 0).forEach(line -> text.line(INDENT + line));
    List<String> diff =
        style.isVerbose()
            ? CheckPhrases.diff(finding).stream().map(Phrases::printable).toList()
            : CheckPhrases.shortDiff(finding);
    diff.forEach(line -> text.line(INDENT + colored(style, line)));
  }

  private static boolean sameHint(Finding finding, Finding next) {
    return finding.path().equals(next.path()) && finding.hint().equals(next.hint());
  }

  private static String colored(Style style, String line) {
    return switch (line.charAt(0)) {
      case '-' -> style.bad(line);
      case '+' -> style.good(line);
      default -> line;
    };
  }

  @Override
  public void write(Json json) {
    json.put("command", "check");
    json.put("result", report.isClean() ? "clean" : "findings");
    json.put("release", report.release().map(Version::text));
    json.put("headers", report.headers());
    json.put("patches", report.patches());
    json.put("errors", report.errors());
    json.put("warnings", report.warnings());
    json.put("allowed", report.allowed());
    json.put("since", report.since());
    json.put("rules", report.rules().stream().map(rule -> rule.word()).toList());
    json.objects("findings", report.findings(), CheckRendering::write);
  }

  private static void write(Finding finding, Json json) {
    json.put("rule", finding.rule().word());
    json.put("severity", finding.severity().word());
    json.put("path", finding.path());
    finding.line().ifPresent(line -> json.put("line", line));
    json.put("about", finding.about());
    json.put("patch", finding.patch());
    json.put("message", finding.message());
    if (finding.lines().isPresent()) {
      json.put("diff", CheckPhrases.diff(finding));
    }
    json.put("hint", finding.hint());
  }
}
