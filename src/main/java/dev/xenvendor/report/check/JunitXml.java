package dev.xenvendor.report.check;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.profile.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Findings as JUnit's XML, for CI servers. Every rule that was run is a test case, so that a server
 * sees which of them began to fail. Errors are its failure: one, since servers show no second.
 * Warnings leave it passed and are its output.
 */
final class JunitXml {

  private final CheckReport report;

  private JunitXml(CheckReport report) {
    this.report = report;
  }

  static String of(CheckReport report) {
    return Xml.document("testsuites", new JunitXml(report)::write);
  }

  private void write(Xml suites) {
    suites.attribute("name", "xenvendor");
    writeCounts(suites);
    suites.element("testsuite", this::writeSuite);
  }

  private void writeSuite(Xml suite) {
    suite.attribute("name", "xenvendor check " + report.vendor().name());
    writeCounts(suite);
    report.rules().forEach(rule -> suite.element("testcase", test -> write(rule, test)));
    suite.element("system-out", out -> out.text(CheckPhrases.headline(report)));
  }

  private void writeCounts(Xml element) {
    long failed = report.rules().stream().filter(rule -> !findings(rule, true).isEmpty()).count();
    element
        .attribute("tests", report.rules().size())
        .attribute("failures", failed)
        .attribute("errors", 0)
        .attribute(
            "time",
            seconds(
                report.rules().stream()
                    .map(report::duration)
                    .reduce(Duration.ZERO, Duration::plus)));
  }

  /** JUnit gives times in seconds, with three decimals. */
  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
  }

  private void write(Rule rule, Xml test) {
    test.attribute("classname", "xenvendor.check");
    test.attribute("name", rule.word());
    test.attribute("time", seconds(report.duration(rule)));
    List<Finding> errors = findings(rule, true);
    if (!errors.isEmpty()) {
      test.element("failure", failure -> writeFailure(rule, errors, failure));
    }
    List<Finding> warnings = findings(rule, false);
    if (!warnings.isEmpty()) {
      test.element("system-out", out -> out.text(text(warnings)));
    }
  }

  private static void writeFailure(Rule rule, List<Finding> errors, Xml failure) {
    failure.attribute("type", rule.word());
    String count = errors.size() == 1 ? "" : errors.size() + " errors, the first: ";
    failure.attribute("message", count + oneLine(errors.get(0)));
    failure.text(text(errors));
  }

  private List<Finding> findings(Rule rule, boolean errors) {
    return report.findings().stream()
        .filter(finding -> finding.rule() == rule && finding.isError() == errors)
        .toList();
  }

  private static String oneLine(Finding finding) {
    String place = CheckPhrases.place(finding);
    return place.isEmpty() ? finding.message() : place + ": " + finding.message();
  }

  private static String text(List<Finding> findings) {
    return findings.stream().map(JunitXml::text).collect(Collectors.joining("\n", "\n", ""));
  }

  private static String text(Finding finding) {
    String place = CheckPhrases.place(finding);
    String lines = String.join("\n", CheckPhrases.lines(finding)) + "\n";
    return (place.isEmpty() ? "" : place + "\n") + lines;
  }
}
