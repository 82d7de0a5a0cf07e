package dev.xenvendor.report.impact;

import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.GuardedUse;
import dev.xenvendor.impact.ImpactReport;
import dev.xenvendor.impact.ImpactReport.Baseline;
import dev.xenvendor.impact.ImpactReport.Update;
import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.impact.api.Feature.Kind;
import dev.xenvendor.impact.api.InterfaceChange;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Shows what an update brings and what it costs. */
public record ImpactRendering(ImpactReport report) implements Report {

  private static final String INDENT = "  ";

  @Override
  public void show(Text text) {
    report.update().ifPresent(update -> addUpdate(text, update));
    report.update().ifPresent(update -> addMissing(text, update));
    report.baseline().ifPresent(baseline -> addBaseline(text, baseline));
    InterfaceVersionLines.add(text, report.interfaces());
    UnreadHeaderLines.add(text, report.vendor(), report.unread());
    report
        .consumers()
        .skipped()
        .forEach(file -> text.warning(file.path() + " was not searched: " + file.reason()));
    if (report.consumers().files().isEmpty()) {
      text.line("No file of the tree is a consumer: none matches consumers in vendor.yaml.");
    }
    report.update().ifPresent(update -> addNext(text, update));
  }

  private static void addNext(Text text, Update update) {
    text.next("xenvendor abi " + update.from() + ' ' + update.to());
    if (update.from().compareTo(update.to()) < 0) {
      text.next("xenvendor update " + update.to() + " --dry-run");
    }
  }

  private void addMissing(Text text, Update update) {
    MissingIncludeLines.add(
        text,
        report.vendor(),
        report.missing(),
        "then xenvendor import " + update.to() + " --from SOURCE");
  }

  private void addUpdate(Text text, Update update) {
    text.line(text.style().bold(headline(update)));
    InterfaceChange change = update.change();
    FeatureRows rows = new FeatureRows(text);
    String before = change.before().interfaceVersion().orElse("unknown");
    String after = change.after().interfaceVersion().orElse("unknown");
    String versions = before.equals(after) ? before + ", as before" : before + " to " + after;
    rows.add("interface version", List.of(versions));
    rows.add("names", List.of(change.newNames() + " new, " + change.goneNames() + " removed"));
    rows.add(
        "new headers",
        change.newHeaders().stream()
            .map(h -> h + FeatureRows.came(update.since().get(h.value())))
            .toList());
    rows.add("moved headers", moved(change));
    rows.add("removed headers", strings(change.goneHeaders()));
    rows.addFeatures(change.newFeatures(), update.since());
    rows.add(
        "renamed",
        change.renamedFeatures().stream().map(r -> r.before() + " to " + r.now().name()).toList());
    if (!report.consumers().files().isEmpty()) {
      text.line(cost(update));
      RemovedApiLines.of(text.style(), update.uses(), update.to())
          .forEach(line -> text.line(INDENT + line));
    }
  }

  /** Returns in a sentence what an update brings, and how many consumers it concerns. */
  public String headline(Update update) {
    List<Feature> features = update.change().newFeatures();
    return report.vendor().title(update.to())
        + " brings "
        + Phrases.count(update.change().newHeaders().size(), "header")
        + ", "
        + Phrases.count(count(features, Kind.HYPERCALL), "hypercall")
        + " and "
        + Phrases.count(count(features, Kind.OPERATION), "sub-operation")
        + " over "
        + update.from()
        + "; "
        + concerned(update)
        + ".";
  }

  private static long count(List<Feature> features, Kind kind) {
    return features.stream().filter(feature -> feature.kind() == kind).count();
  }

  /** Returns how many consumers use removed or moved names. */
  private String concerned(Update update) {
    long files = update.uses().stream().map(ConsumerUse::path).distinct().count();
    int consumers = report.consumers().files().size();
    return consumers == 0
        ? "there are no consumers to search"
        : files + " of " + Phrases.count(consumers, "consumer") + " must be looked at";
  }

  private static String cost(Update update) {
    if (update.uses().isEmpty()) {
      return "No consumer uses a removed name.";
    }
    return "Consumers use "
        + Phrases.count(update.uses().size(), "name")
        + " that "
        + update.to()
        + " changes; "
        + (update.breaking() == 0
            ? "all are still available."
            : update.breaking() + " of them are gone:");
  }

  private static List<String> moved(InterfaceChange change) {
    List<String> moved = new ArrayList<>();
    change.movedHeaders().forEach((path, now) -> moved.add(path + " to " + now));
    return moved;
  }

  private static List<String> strings(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private void addBaseline(Text text, Baseline baseline) {
    String release = report.vendor().title(baseline.version());
    String guarded = minded(baseline.guarded(), "guarded") + minded(baseline.checked(), "checked");
    text.line(
        baseline.uses().isEmpty()
            ? "No unguarded use of anything that the baseline, "
                + release
                + ", lacks"
                + guarded
                + "."
            : Phrases.count(baseline.uses().size(), "use", "uses")
                + " would fail on the baseline, "
                + release
                + guarded
                + ".");
    for (ConsumerUse<Feature> use : baseline.uses()) {
      text.line(
          INDENT
              + RemovedApiLines.told(
                  text.style(), use, use.what().told(baseline.since(use.what()))));
    }
    if (text.style().isVerbose()) {
      for (GuardedUse minded : baseline.minded()) {
        ConsumerUse<Feature> use = minded.use();
        String told = use.what().told(baseline.since(use.what())) + "; " + minded.how().word();
        text.line(INDENT + RemovedApiLines.told(text.style(), use, told));
      }
    }
    if (!baseline.uses().isEmpty()) {
      text.hint("test the version first, expect ENOSYS, or allow it: check.newer-than-baseline");
    }
    baseline
        .configured()
        .ifPresent(
            configured -> {
              text.line(
                  "Requiring "
                      + release
                      + " instead of "
                      + configured
                      + " would allow "
                      + allowed(baseline)
                      + ".");
              new FeatureRows(text).addFeatures(baseline.allowed(), new TreeMap<>());
            });
  }

  private static String minded(int uses, String how) {
    String counted = how.equals("checked") ? "use has its result" : "use is";
    String several = how.equals("checked") ? "uses have their results" : "uses are";
    return uses == 0 ? "" : "; " + Phrases.count(uses, counted, several) + " " + how;
  }

  private static String allowed(Baseline baseline) {
    return Phrases.count(count(baseline.allowed(), Kind.HYPERCALL), "hypercall")
        + " and "
        + Phrases.count(count(baseline.allowed(), Kind.OPERATION), "sub-operation")
        + (baseline.spared() == 0
            ? ""
            : ", and spare " + Phrases.count(baseline.spared(), "guard"));
  }

  @Override
  public void write(Json json) {
    json.put("command", "impact");
    ImpactJson.write(report, json);
  }
}
