package dev.xenvendor.report;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.Finding;
import dev.xenvendor.vendor.Severity;
import dev.xenvendor.vendor.Version;
import java.util.ArrayList;
import java.util.List;

/** Shows what a check found. */
public record CheckRendering(CheckReport report) implements Report {

  private static final String INDENT = " ".repeat(9);

  /** As many lines of a change as tell what it is; the file has the rest. */
  private static final int MOST_LINES = 20;

  @Override
  public String in(Format format, Style style) {
    return switch (format) {
      case TEXT -> text(style);
      case JSON -> json();
      case SARIF -> Sarif.of(report);
      case JUNIT -> JunitXml.of(report);
      case GITHUB -> GithubAnnotations.of(report);
      case MARKDOWN -> MarkdownSummary.of(report);
    };
  }

  @Override
  public String text(Style style) {
    Text text = new Text(style);
    text.line(headline(style));
    List<Finding> findings = report.findings();
    for (int i = 0; i < findings.size(); i++) {
      text.blank();
      add(text, findings.get(i));
      // What is to be done about a file is said once, behind all its findings.
      if (i + 1 == findings.size() || !sameHint(findings.get(i), findings.get(i + 1))) {
        text.line(INDENT + style.faint("hint:") + " " + findings.get(i).hint());
      }
    }
    return text.toString();
  }

  private String headline(Style style) {
    String what =
        " in " + Words.count(report.headers(), "header") + " (" + String.join(", ", scope()) + ")";
    if (report.isClean()) {
      return style.good("No findings" + what);
    }
    String count = counts(report) + what;
    return report.errors() > 0 ? style.bad(count) : style.warning(count);
  }

  /** How many errors and warnings there are, in words. */
  static String counts(CheckReport report) {
    String errors = Words.count(report.errors(), "error");
    String warnings = Words.count(report.warnings(), "warning");
    return report.errors() == 0
        ? warnings
        : report.warnings() == 0 ? errors : errors + ", " + warnings;
  }

  private List<String> scope() {
    String release =
        report.release().map(report.vendor()::title).orElse(report.vendor().title() + ", unknown");
    List<String> scope = new ArrayList<>();
    scope.add(release);
    scope.add(Words.count(report.patches(), "local patch", "local patches"));
    if (report.allowed() > 0) {
      scope.add(report.allowed() + " allowed");
    }
    report.since().ifPresent(since -> scope.add("new since " + since));
    return scope;
  }

  private static void add(Text text, Finding finding) {
    Style style = text.style();
    String word = String.format("%-9s", finding.severity().word());
    String severity = finding.severity() == Severity.ERROR ? style.bad(word) : style.warning(word);
    String rule = String.format("%-21s", finding.rule().word());
    if (finding.path().isEmpty()) {
      text.line(severity + rule + finding.message());
    } else {
      text.line(severity + rule + style.bold(place(finding)));
      text.line(INDENT + finding.message());
    }
    finding.lines().ifPresent(change -> addLines(text, change.unified()));
  }

  private static boolean sameHint(Finding finding, Finding next) {
    return finding.path().equals(next.path()) && finding.hint().equals(next.hint());
  }

  private static void addLines(Text text, List<String> lines) {
    boolean all = text.style().isVerbose() || lines.size() <= MOST_LINES;
    int shown = all ? lines.size() : MOST_LINES;
    lines.subList(0, shown).forEach(line -> text.line(INDENT + colored(text.style(), line)));
    if (!all) {
      text.line(INDENT + "… " + Words.count(lines.size() - shown, "more line"));
    }
  }

  private static String colored(Style style, String line) {
    String printable = Words.printable(line);
    return line.startsWith("-") ? style.bad(printable) : style.good(printable);
  }

  /** The file and the line, as editors and terminals know to open them. */
  static String place(Finding finding) {
    return finding.path().map(Object::toString).orElse("")
        + finding.line().map(line -> ":" + line).orElse("");
  }

  @Override
  public String json() {
    return Json.document(
        json -> {
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
        });
  }

  private static void write(Finding finding, Json json) {
    json.put("rule", finding.rule().word());
    json.put("severity", finding.severity().word());
    json.put("path", finding.path());
    finding.line().ifPresent(line -> json.put("line", line));
    json.put("about", finding.about());
    json.put("patch", finding.patch());
    json.put("message", finding.message());
    finding.lines().ifPresent(change -> json.put("diff", change.unified()));
    json.put("hint", finding.hint());
  }
}
