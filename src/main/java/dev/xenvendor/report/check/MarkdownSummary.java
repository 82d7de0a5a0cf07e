package dev.xenvendor.report.check;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.report.format.Phrases;
import java.util.List;

/** Findings for a web page, such as the summary of a workflow's run. */
final class MarkdownSummary {

  /** GitHub shows no summary of more than a megabyte. */
  private static final int MOST_ROWS = 500;

  private static final int MOST_DIFFS = 50;

  /** The characters that Markdown and HTML interpret, which are escaped. */
  private static final String SPECIAL = "\\`*_[]<>#|~&$";

  private MarkdownSummary() {}

  static String of(CheckReport report) {
    StringBuilder text = new StringBuilder("### xenvendor check\n\n");
    text.append(escaped(CheckPhrases.headline(report))).append(".\n");
    if (!report.isClean()) {
      addTable(text, report.findings());
      addDiffs(text, report.findings());
    }
    return text.toString();
  }

  private static void addTable(StringBuilder text, List<Finding> findings) {
    text.append("\n| | rule | where | what | hint |\n| --- | --- | --- | --- | --- |\n");
    findings.stream().limit(MOST_ROWS).forEach(finding -> addRow(text, finding));
    if (findings.size() > MOST_ROWS) {
      text.append("\n… ").append(findings.size() - MOST_ROWS).append(" more.\n");
    }
  }

  private static void addRow(StringBuilder text, Finding finding) {
    List<String> cells =
        List.of(
            finding.severity().word(),
            finding.rule().word(),
            CheckPhrases.place(finding),
            finding.message(),
            finding.hint());
    cells.forEach(cell -> text.append("| ").append(escaped(cell)).append(' '));
    text.append("|\n");
  }

  private static void addDiffs(StringBuilder text, List<Finding> findings) {
    findings.stream()
        .filter(finding -> finding.lines().isPresent())
        .limit(MOST_DIFFS)
        .forEach(finding -> addDiff(text, finding));
  }

  private static void addDiff(StringBuilder text, Finding finding) {
    List<String> lines = CheckPhrases.shortDiff(finding);
    String fence = fence(lines);
    text.append('\n').append(escaped(CheckPhrases.place(finding))).append("\n\n");
    text.append(fence).append("diff\n");
    lines.forEach(line -> text.append(line).append('\n'));
    text.append(fence).append('\n');
  }

  /** Longer than any run of backticks in the lines, which would end the block. */
  private static String fence(List<String> lines) {
    String fence = "```";
    while (String.join("\n", lines).contains(fence)) {
      fence += "`";
    }
    return fence;
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : Phrases.printable(text.replaceAll("\\s+", " ")).toCharArray()) {
      safe.append(SPECIAL.indexOf(c) < 0 ? "" : "\\").append(c);
    }
    return safe.toString();
  }
}
