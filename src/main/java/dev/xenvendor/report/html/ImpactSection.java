package dev.xenvendor.report.html;

import dev.xenvendor.impact.ImpactReport;
import dev.xenvendor.impact.ImpactReport.Baseline;
import dev.xenvendor.impact.ImpactReport.Update;
import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.impact.api.Feature.Kind;
import dev.xenvendor.impact.api.InterfaceChange;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.impact.ImpactRendering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The section of an update: what it brings, and what it costs the consumers. */
public final class ImpactSection {

  private final ImpactReport report;

  private ImpactSection(ImpactReport report) {
    this.report = report;
  }

  public static HtmlSection of(ImpactReport report) {
    return new ImpactSection(report).section();
  }

  /** Returns what a page that shows the impact alone is called. */
  public static String title(ImpactReport report) {
    String vendor = report.vendor().title();
    return report
        .update()
        .map(update -> vendor + " " + update.from() + " to " + update.to())
        .orElse(vendor);
  }

  private HtmlSection section() {
    Fields fields =
        new Fields()
            .put("update", report.update(), this::fields)
            .put("missing", new MissingFields(report.missing()).fields())
            .put("baseline", report.baseline(), this::fields)
            .put("searched", !report.consumers().files().isEmpty());
    String summary =
        report.update().map(new ImpactRendering(report)::headline).orElse("The baseline alone.");
    return new HtmlSection("impact", "Impact", summary, "impact", fields);
  }

  private Fields fields(Update update) {
    InterfaceChange change = update.change();
    List<Map.Entry<String, List<Feature>>> calls = byHypercall(change.newFeatures());
    return new Fields()
        .put("before", change.before().interfaceVersion().orElse("unknown"))
        .put("after", change.after().interfaceVersion().orElse("unknown"))
        .put("newNames", change.newNames())
        .put("goneNames", change.goneNames())
        .put("anyCall", !calls.isEmpty())
        .put("calls", calls.stream(), call -> call(call.getKey(), call.getValue(), update.since()))
        .put(
            "renamed",
            change.renamedFeatures().stream(),
            r -> new Fields().put("before", r.before()).put("now", r.now().name()))
        .put("newHeaders", change.newHeaders())
        .put("anyNewHeader", !change.newHeaders().isEmpty())
        .put(
            "movedHeaders",
            change.movedHeaders().entrySet().stream(),
            e -> new Fields().put("before", e.getKey().value()).put("now", e.getValue().value()))
        .put("goneHeaders", change.goneHeaders())
        .put("anyGoneHeader", !change.goneHeaders().isEmpty())
        .put("anyUse", !update.uses().isEmpty())
        .put(
            "uses",
            update.uses().stream(),
            use ->
                ConsumerFields.of(use, use.what().told(update.to().text()), use.what().breaks()));
  }

  private static List<Map.Entry<String, List<Feature>>> byHypercall(List<Feature> features) {
    return List.copyOf(
        features.stream()
            .collect(Collectors.groupingBy(Feature::hypercall, TreeMap::new, Collectors.toList()))
            .entrySet());
  }

  private static Fields call(
      String hypercall, List<Feature> features, SortedMap<String, Version> since) {
    return new Fields()
        .put("name", hypercall)
        .put("count", features.size())
        .put("isNew", features.stream().anyMatch(feature -> feature.kind() == Kind.HYPERCALL))
        .put("forTools", features.get(0).isForTools())
        .put(
            "features",
            features.stream(),
            feature ->
                new Fields()
                    .put("name", feature.name())
                    .put("word", feature.kind().word())
                    .put("since", Optional.ofNullable(since.get(feature.name()))));
  }

  private Fields fields(Baseline baseline) {
    return new Fields()
        .put("release", report.vendor().title(baseline.version()))
        .put("guarded", baseline.guarded())
        .put("checked", baseline.checked())
        .put("anyUse", !baseline.uses().isEmpty())
        .put(
            "uses",
            baseline.uses().stream(),
            use -> ConsumerFields.of(use, use.what().told(baseline.since(use.what())), false));
  }
}
