package dev.xenvendor.report.check;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings as GitHub's workflow commands, each of which it shows beside the line it is about. The
 * headline comes last, where the log of a failed step is read first.
 */
final class GithubAnnotations {

  private GithubAnnotations() {}

  static String of(CheckReport report) {
    StringBuilder text = new StringBuilder();
    report.findings().forEach(finding -> text.append(command(finding)).append('\n'));
    return text.append(data(CheckPhrases.headline(report))).append('\n').toString();
  }

  private static String command(Finding finding) {
    List<String> properties = new ArrayList<>();
    finding.path().ifPresent(path -> properties.add("file=" + property(path.value())));
    finding
        .line()
        .ifPresent(
            line -> {
              properties.add("line=" + line);
              properties.add("endLine=" + CheckPhrases.lastLine(finding, line));
            });
    properties.add("title=" + property(finding.rule().word()));
    return "::"
        + finding.severity().word()
        + ' '
        + String.join(",", properties)
        + "::"
        + data(String.join("\n", CheckPhrases.lines(finding)));
  }

  /** The text after the second pair of colons, on one line. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
