package dev.xenvendor.report.check;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Phrases about a check and its findings that all formats share. */
public final class CheckPhrases {

  /** As many lines of a change as tell what it is; the file has the rest. */
  private static final int MOST_LINES = 20;

  private CheckPhrases() {}

  /** Returns what was found, and in what. */
  public static String headline(CheckReport report) {
    return (report.isClean() ? "No findings" : counts(report)) + " in " + scope(report);
  }

  /** Returns how many errors and warnings there are. */
  static String counts(CheckReport report) {
    String errors = Phrases.count(report.errors(), "error");
    String warnings = Phrases.count(report.warnings(), "warning");
    return report.errors() == 0
        ? warnings
        : report.warnings() == 0 ? errors : errors + ", " + warnings;
  }

  private static String scope(CheckReport report) {
    List<String> scope = new ArrayList<>();
    scope.add(
        report.release().map(report.vendor()::title).orElse(report.vendor().title() + ", unknown"));
    scope.add(Phrases.count(report.patches(), "local patch", "local patches"));
    int rules = Rule.values().length;
    if (report.rules().size() < rules) {
      scope.add(report.rules().size() + " of " + rules + " rules");
    }
    if (report.allowed() > 0) {
      scope.add(report.allowed() + " allowed");
    }
    report.since().ifPresent(since -> scope.add("new since " + since));
    return Phrases.count(report.headers(), "header") + " (" + String.join(", ", scope) + ")";
  }

  /** Returns the profile, at which a rule is set. */
  static HeaderPath profile(CheckReport report) {
    return HeaderPath.of(report.vendor().configFolder() + "/vendor.yaml");
  }

  /** Returns the file to show a finding at: services refuse one without, so it is the profile. */
  static HeaderPath file(CheckReport report, Finding finding) {
    return finding.path().orElse(profile(report));
  }

  /**
   * The file and the line, as editors and terminals know to open them; empty for the whole tree.
   */
  public static String place(Finding finding) {
    return finding.path().map(Object::toString).orElse("")
        + finding.line().map(line -> ":" + line).orElse("");
  }

  /** The last of the lines that are not what they should be. */
  static int lastLine(Finding finding, int first) {
    int lines = finding.lines().map(change -> change.found().size()).orElse(1);
    return first + Math.max(lines, 1) - 1;
  }

  /** The lines that differ, as text; empty where it is not lines that do. */
  public static List<String> diff(Finding finding) {
    return finding.lines().stream()
        .flatMap(change -> change.unified().stream())
        .map(line -> Phrases.text(line.getBytes(StandardCharsets.ISO_8859_1)))
        .toList();
  }

  /** Of a long difference the first lines only, none of which does anything to a terminal. */
  static List<String> shortDiff(Finding finding) {
    List<String> all = diff(finding);
    List<String> lines = new ArrayList<>();
    all.stream().limit(MOST_LINES).map(Phrases::printable).forEach(lines::add);
    if (all.size() > MOST_LINES) {
      lines.add("… " + Phrases.count(all.size() - MOST_LINES, "more line"));
    }
    return lines;
  }

  /** All that is to be said of a finding but its place, line by line. */
  static List<String> lines(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(finding.message());
    lines.addAll(shortDiff(finding));
    lines.add("hint: " + finding.hint());
    return lines;
  }
}
