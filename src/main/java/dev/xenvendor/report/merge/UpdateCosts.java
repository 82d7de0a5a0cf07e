package dev.xenvendor.report.merge;

import dev.xenvendor.conflict.CauseGroup;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.ImpactReport;
import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.impact.api.Feature.Kind;
import dev.xenvendor.impact.api.InterfaceChange;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.branch.ImportReport;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.update.UpdateReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the benefits and costs of an update and the releases that it skips.
 *
 * @param style how commands are shown
 * @param from the option that names the source, after a space; empty where it is remembered
 * @param merged the predicted merge
 * @param causes the conflicts by their causes
 * @param impact what the release brings, where both releases are known
 */
public record UpdateCosts(
    Style style,
    UpdateReport report,
    String from,
    MergeRendering merged,
    List<CauseGroup> causes,
    Optional<ImpactReport> impact) {

  /** As many hypercalls are named. */
  private static final int MOST_NAMES = 4;

  /**
   * One of the lines.
   *
   * @param label a word
   */
  public record Row(String label, String words) {

    String line(Style style) {
      return style.bold(label) + " ".repeat(9 - label.length()) + words;
    }
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    impact
        .flatMap(ImpactReport::update)
        .ifPresent(update -> rows.add(new Row("Brings", brings(update))));
    rows.add(new Row("Costs", String.join(", ", costs())));
    report
        .steps()
        .map(steps -> steps.imported())
        .filter(imported -> imported.result() == ImportReport.Result.IMPORTED)
        .map(ImportReport::skipped)
        .filter(skipped -> !skipped.isEmpty())
        .ifPresent(skipped -> rows.add(new Row("Skips", skips(skipped))));
    return rows;
  }

  private static String brings(ImpactReport.Update update) {
    InterfaceChange change = update.change();
    List<Feature> features = change.newFeatures();
    List<String> calls =
        features.stream()
            .filter(feature -> feature.kind() == Kind.HYPERCALL)
            .map(Feature::hypercall)
            .toList();
    long operations = features.stream().filter(f -> f.kind() == Kind.OPERATION).count();
    List<String> brought = new ArrayList<>();
    if (!calls.isEmpty()) {
      brought.add(Phrases.count(calls.size(), "hypercall") + names(calls));
    }
    if (operations > 0) {
      brought.add(Phrases.count(operations, "sub-operation"));
    }
    if (!change.newHeaders().isEmpty()) {
      brought.add(Phrases.count(change.newHeaders().size(), "header"));
    }
    String before = change.before().interfaceVersion().orElse("unknown");
    String after = change.after().interfaceVersion().orElse("unknown");
    return (brought.isEmpty()
            ? "no hypercall, sub-operation or header"
            : String.join(", ", brought))
        + "; interface version "
        + (before.equals(after) ? after + ", as before" : before + " to " + after);
  }

  private static String names(List<String> calls) {
    String more = calls.size() > MOST_NAMES ? ", …" : "";
    return " (" + String.join(", ", calls.stream().limit(MOST_NAMES).toList()) + more + ")";
  }

  private List<String> costs() {
    List<String> costs = new ArrayList<>();
    List<OpenConflict> conflicts = merged.conflicts().conflicts();
    costs.add(conflicts.isEmpty() ? "no conflict" : conflicts(conflicts));
    impact
        .flatMap(ImpactReport::update)
        .map(update -> update.uses().stream().map(ConsumerUse::path).distinct().count())
        .filter(consumers -> consumers > 0)
        .ifPresent(consumers -> costs.add(Phrases.count(consumers, "consumer") + " to look at"));
    return costs;
  }

  /** The conflicts by what local changed there, the most first. */
  private String conflicts(List<OpenConflict> conflicts) {
    List<String> counted =
        causes.stream()
            .map(group -> group.decisions().size() + " " + group.cause().name())
            .toList();
    String more =
        counted.size() > MOST_NAMES
            ? ", " + Phrases.count(counted.size() - MOST_NAMES, "more cause")
            : "";
    return Phrases.count(merged.conflicts().left(), "conflict")
        + " in "
        + Phrases.count(conflicts.size(), "file")
        + " ("
        + String.join(", ", counted.stream().limit(MOST_NAMES).toList())
        + more
        + ")";
  }

  private String skips(List<Version> skipped) {
    List<String> names = skipped.stream().map(Version::text).toList();
    String first = names.get(0);
    return (names.size() > 3
            ? names.size() + " releases, " + first + " to " + names.get(names.size() - 1)
            : String.join(", ", names))
        + " (import "
        + (names.size() == 1 ? "it" : "them")
        + " first, if you want "
        + (names.size() == 1 ? "it" : "them")
        + " on the vendor branch: "
        + style.commands("xenvendor import " + first + from)
        + ")";
  }
}
