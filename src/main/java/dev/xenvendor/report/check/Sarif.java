package dev.xenvendor.report.check;

import dev.xenvendor.buildinfo.BuildInfo;
import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Findings as SARIF 2.1.0, for services that show what analyses found beside the code. */
final class Sarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** SARIF's name for the base of relative paths. */
  private static final String ROOT = "%SRCROOT%";

  private static final String FINGERPRINT = "xenvendorFinding/v1";

  /** Bytes of a path that a URI holds as they are. */
  private static final String PLAIN_IN_URI =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private final CheckReport report;
  private final List<Rule> rules;
  private final Fingerprints fingerprints = new Fingerprints();

  private Sarif(CheckReport report) {
    this.report = report;
    this.rules = List.copyOf(report.rules());
  }

  static String of(CheckReport report) {
    return Json.document(new Sarif(report)::write);
  }

  private void write(Json json) {
    json.put("$schema", SCHEMA);
    json.put("version", "2.1.0");
    json.objects("runs", List.of(report), (unused, run) -> writeRun(run));
  }

  private void writeRun(Json run) {
    run.object("tool", tool -> tool.object("driver", this::writeDriver));
    // Two vendors of one tree are two analyses: neither may replace what was found of the other.
    String vendor = report.vendor().name();
    run.object("automationDetails", details -> details.put("id", "xenvendor/" + vendor + "/"));
    run.objects(
        "invocations",
        List.of(true),
        (done, invocation) -> invocation.put("executionSuccessful", done));
    run.put("columnKind", "utf16CodeUnits");
    run.object(
        "originalUriBaseIds",
        bases -> bases.object(ROOT, root -> writeText(root, "description", "The repository.")));
    run.objects("results", report.findings(), this::writeResult);
    run.object(
        "properties", properties -> properties.put("headline", CheckPhrases.headline(report)));
  }

  private void writeDriver(Json driver) {
    driver.put("name", "xenvendor");
    driver.put("semanticVersion", BuildInfo.version());
    driver.put("informationUri", BuildInfo.url());
    driver.objects("rules", rules, this::writeRule);
  }

  private void writeRule(Rule rule, Json json) {
    json.put("id", rule.word());
    writeText(json, "shortDescription", rule.description());
    writeText(json, "fullDescription", rule.description());
    writeText(json, "help", help(rule));
    json.object("defaultConfiguration", config -> config.put("level", rule.severity().word()));
  }

  private String help(Rule rule) {
    return rule.description()
        + " Each finding ends with a hint. The severity of the rule and its allow-list are in "
        + CheckPhrases.profile(report)
        + ", under 'check: "
        + rule.word()
        + "'.";
  }

  private void writeResult(Finding finding, Json json) {
    json.put("ruleId", finding.rule().word());
    if (rules.contains(finding.rule())) {
      json.put("ruleIndex", rules.indexOf(finding.rule()));
    }
    json.put("level", finding.severity().word());
    writeText(json, "message", message(finding));
    json.objects("locations", List.of(finding), this::writeLocation);
    json.object("partialFingerprints", prints -> prints.put(FINGERPRINT, fingerprints.of(finding)));
    json.object("properties", properties -> writeProperties(finding, properties));
  }

  private static void writeProperties(Finding finding, Json properties) {
    properties.put("about", finding.about()).put("patch", finding.patch());
    if (finding.lines().isPresent()) {
      properties.put("diff", CheckPhrases.diff(finding));
    }
  }

  private void writeLocation(Finding finding, Json location) {
    HeaderPath path = CheckPhrases.file(report, finding);
    location.object(
        "physicalLocation",
        physical -> {
          physical.object(
              "artifactLocation",
              artifact -> artifact.put("uri", uri(path)).put("uriBaseId", ROOT));
          finding
              .line()
              .ifPresent(line -> physical.object("region", r -> region(r, finding, line)));
        });
  }

  private static void region(Json region, Finding finding, int line) {
    region.put("startLine", line).put("endLine", CheckPhrases.lastLine(finding, line));
  }

  private static void writeText(Json json, String key, String text) {
    json.object(key, message -> message.put("text", text));
  }

  /** In a SARIF message, braces enclose argument numbers. */
  private static String message(Finding finding) {
    String text = finding.message() + "\nhint: " + finding.hint();
    return text.replace("{", "{{").replace("}", "}}");
  }

  private static String uri(HeaderPath path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.value().getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN_IN_URI.indexOf(b) >= 0) {
        uri.append((char) b);
      } else {
        uri.append('%').append(String.format("%02X", b));
      }
    }
    return uri.toString();
  }
}
