package dev.xenvendor.report.impact;

import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.ImpactReport;
import dev.xenvendor.impact.ImpactReport.Baseline;
import dev.xenvendor.impact.ImpactReport.Update;
import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.impact.api.InterfaceChange;
import dev.xenvendor.report.format.Json;
import java.util.List;
import java.util.Optional;

/** The benefits and costs of an update as JSON. */
public final class ImpactJson {

  private ImpactJson() {}

  /** Writes what a document about the impact itself holds. */
  public static void write(ImpactReport report, Json json) {
    json.put("result", result(report));
    json.put("consumers", report.consumers().files().size());
    json.objects(
        "skipped",
        report.consumers().skipped(),
        (file, j) -> j.put("path", file.path().value()).put("reason", file.reason()));
    json.object("interfaces", j -> InterfaceVersionLines.write(j, report.interfaces()));
    report.update().ifPresent(update -> json.object("update", j -> write(update, j)));
    MissingIncludeLines.write(json, report.missing());
    UnreadHeaderLines.write(json, report.unread());
    report.baseline().ifPresent(base -> json.object("baseline", j -> write(base, j)));
  }

  private static String result(ImpactReport report) {
    boolean used = report.update().filter(update -> !update.uses().isEmpty()).isPresent();
    boolean newer = report.baseline().filter(base -> !base.uses().isEmpty()).isPresent();
    return used || newer ? "affected" : "unaffected";
  }

  private static void write(Update update, Json json) {
    InterfaceChange change = update.change();
    json.put("from", update.from().text()).put("to", update.to().text());
    json.put("interfaceBefore", change.before().interfaceVersion());
    json.put("interfaceNow", change.after().interfaceVersion());
    json.put("newNames", change.newNames()).put("goneNames", change.goneNames());
    json.put("newHeaders", change.newHeaders()).put("goneHeaders", change.goneHeaders());
    json.objects(
        "movedHeaders",
        List.copyOf(change.movedHeaders().entrySet()),
        (moved, j) -> j.put("from", moved.getKey().value()).put("to", moved.getValue().value()));
    json.objects(
        "features",
        change.newFeatures(),
        (feature, j) -> {
          write(feature, j);
          j.put("since", Optional.ofNullable(update.since().get(feature.name())));
        });
    json.objects(
        "renamed",
        change.renamedFeatures(),
        (renamed, j) -> j.put("from", renamed.before()).put("to", renamed.now().name()));
    json.objects("uses", update.uses(), (use, j) -> RemovedApiLines.write(j, use, update.to()));
  }

  private static void write(Feature feature, Json json) {
    json.put("kind", feature.kind().word())
        .put("name", feature.name())
        .put("hypercall", feature.hypercall())
        .put("number", feature.number());
  }

  private static void write(ConsumerUse<Feature> use, Baseline baseline, Json json) {
    json.put("path", use.path().value())
        .put("line", use.line())
        .put("times", use.times())
        .put("name", use.what().name())
        .put("hypercall", use.what().hypercall())
        .put("since", baseline.since(use.what()));
  }

  private static void write(Baseline baseline, Json json) {
    json.put("release", baseline.version().text()).put("configured", baseline.configured());
    json.put("guarded", baseline.guarded()).put("checked", baseline.checked());
    json.objects(
        "minded",
        baseline.minded(),
        (minded, j) -> {
          write(minded.use(), baseline, j);
          j.put("how", minded.how().word());
        });
    json.objects("uses", baseline.uses(), (use, j) -> write(use, baseline, j));
    json.objects("allowed", baseline.allowed(), ImpactJson::write);
    json.put("spared", baseline.spared());
  }
}
