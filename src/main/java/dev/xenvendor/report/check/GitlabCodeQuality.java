package dev.xenvendor.report.check;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.report.format.Json;

/**
 * Findings as GitLab's code quality report, a subset of Code Climate's.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/">Code quality</a>
 */
final class GitlabCodeQuality {

  private final CheckReport report;
  private final Fingerprints fingerprints = new Fingerprints();

  private GitlabCodeQuality(CheckReport report) {
    this.report = report;
  }

  static String of(CheckReport report) {
    return Json.array(report.findings(), new GitlabCodeQuality(report)::write);
  }

  private void write(Finding finding, Json json) {
    json.put("description", finding.message() + "\nhint: " + finding.hint());
    json.put("check_name", finding.rule().word());
    json.put("fingerprint", fingerprints.of(finding));
    json.put("severity", finding.isError() ? "major" : "minor");
    json.object(
        "location",
        location -> {
          location.put("path", CheckPhrases.file(report, finding).value());
          location.object("lines", lines -> lines.put("begin", finding.line().orElse(1)));
        });
  }
}
